import { App, Stack } from 'aws-cdk-lib';

// The least that can be synthesized: what the bench compares our own synth with.
new Stack(new App(), 'Empty', { env: { region: 'us-east-1' } });
