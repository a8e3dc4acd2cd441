import { namesAndRecords } from './names-and-records';

describe('the part of a template that an update can meet', () => {
  test('leaves out functions, alarms and who waits for them', () => {
    const record = { Type: 'AWS::Route53::RecordSet', Properties: { Name: 'a' } };
    const template = {
      Record: { ...record, DependsOn: ['Check', 'Function'] },
      Check: { Type: 'AWS::Route53::HealthCheck', DependsOn: 'Function' },
      Function: { Type: 'AWS::Lambda::Function' },
      Upload: { Type: 'Custom::CDKBucketDeployment' },
    };
    expect(namesAndRecords(template)).toEqual({
      Record: { ...record, DependsOn: ['Check'] },
      Check: { Type: 'AWS::Route53::HealthCheck', DependsOn: [] },
    });
  });
});
