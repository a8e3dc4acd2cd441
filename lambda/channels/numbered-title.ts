import type { StructuredUpdate } from '../status-update/contract/structured-update';

/** The title of an update with its number within the incident: chats show copies of a message like new ones. */
export function numberedTitle({ subject, update }: Pick<StructuredUpdate, 'subject' | 'update'>): string {
  return `${subject} no. ${update}`;
}
