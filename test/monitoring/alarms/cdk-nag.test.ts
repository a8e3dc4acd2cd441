import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { AlarmsStack } from './alarms-stack';

// CDK's own validation, which other suites do without, is part of what is tested.
process.env['CDK_VALIDATION'] = 'true';

describe('AWS Solutions and CloudFormation checks', () => {
  test('find nothing in topics, alarms and dashboard', () => {
    const app = new App({ context: { '@aws-cdk/core:validateAgainstDefaultRules': true } });
    new AlarmsStack(app);
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    expect(() => app.synth()).not.toThrow();
  });
});
