import type { Gate } from '../iam/gatekeeper';
import { type CallFacts, callsIn, type ServiceName } from './calls';
import { refusal } from './refusal';
import type { ApiRequest, ApiResponse } from './server';
import { signatureOf } from './signature';

/** What a service answers to a function that may not ask for that; undefined for one that may, and for anybody else. */
export type ApiGuard = (service: ServiceName, request: ApiRequest) => ApiResponse | undefined;

/** Guards the services by the role of the function that signed the request. */
export const apiGuard =
  (gate: Gate, facts: CallFacts): ApiGuard =>
  (service, request) => {
    const signature = signatureOf(request);
    const caller = signature && gate.function(signature.accessKeyId);
    const refused = caller && gate.refuse(caller, callsIn(service, request, signature.region, facts));
    return refused && refusal(service, refused.call.action, refused.message);
  };
