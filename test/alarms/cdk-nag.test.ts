import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { AlarmsStack } from './alarms-stack';

describe('AWS Solutions checks', () => {
  test('find nothing in topics, alarms and dashboard', () => {
    const app = new App();
    new AlarmsStack(app);
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    expect(() => app.synth()).not.toThrow();
  });
});
