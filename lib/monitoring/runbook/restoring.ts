import { type Section, table } from '../../../lambda/document/document';
import { severityOf } from '../../../lambda/status-update/contract/severity';
import type { Symptom } from '../../../lambda/status-update/contract/symptom';

/** In which order endpoints are restored, where there is more than one. */
export function restoring(symptoms: readonly Symptom[]): readonly Section[] {
  const endpoints = symptoms.filter(({ watches }) => watches === 'endpoint');
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
