/** Subjects of the messages about an outage of the store, as `FakeWorld.subjects` shortens them. */
export const OPENED = '[SEV1] INVESTIGATING store down #01';
export const STILL = '[SEV1] STILL DOWN #01';
export const RECOVERED = '[SEV1] MONITORING up again (was: store down) #01';
export const RESOLVED = '[SEV1] RESOLVED up again (was: store down) #01';
