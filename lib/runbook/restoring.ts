import { type Section, table } from '../../lambda/status-update/document/document';
import { severityOf } from '../../lambda/status-update/incident/severity';
import { isOfEndpoint, type Symptom } from '../alarms/symptom';

/** In which order endpoints are restored, where there is more than one. */
export function restoring(symptoms: readonly Symptom[]): readonly Section[] {
  const endpoints = symptoms.filter(isOfEndpoint);
  const rows = endpoints.map((symptom, index) => [
    `${index + 1}`,
    symptom.label,
    severityOf(symptom),
    symptom.kind === 'store-down' ? 'closed' : 'open',
  ]);
  const heads = ['Order', 'Endpoint', 'While it is down', 'The store is'];
  return endpoints.length < 2
    ? []
    : [{ heading: 'What to restore first, if several are down', blocks: [table(heads, rows)] }];
}
