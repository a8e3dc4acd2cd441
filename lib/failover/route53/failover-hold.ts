import { ArnFormat, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { scheduleNameOf } from '../../../lambda/status-update/contract/schedule-name';

/** The calculated health check that moves the failover records. */
export interface StoreHealthCheck {
  readonly storeHealthCheckId: string;
  /** As deployed. */
  readonly storeHealthThreshold: number;
}

/** Props of {@link FailoverHold}. */
export interface FailoverHoldProps extends StoreHealthCheck {
  readonly domainName: string;
}

/**
 * What lets a person hold the failover: the role by which EventBridge Scheduler gives the health check back. The
 * schedule itself is there only while something is held, and costs nothing otherwise.
 */
export class FailoverHold extends Construct {
  /** What the status-update function needs to know of it. */
  readonly environment: Readonly<Record<'THRESHOLD' | 'HOLD_ROLE_ARN', string>>;
  private readonly role: Role;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: FailoverHoldProps,
  ) {
    super(scope, id);
    const { account } = Stack.of(this);
    this.role = new Role(this, 'EndRole', {
      description: 'Gives the failover back to the health checks when a hold is over',
      // Nobody else's schedules may take the role through the service.
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    });
    this.role.addToPolicy(this.allow('route53:UpdateHealthCheck'));
    this.environment = {
      THRESHOLD: String(props.storeHealthThreshold),
      HOLD_ROLE_ARN: this.role.roleArn,
    };
  }

  /**
   * Lets a function hold: that one health check, that one schedule, and nothing else.
   *
   * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonroute53.html
   * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridgescheduler.html
   */
  grant(to: LambdaFunction): void {
    const schedule = Stack.of(this).formatArn({
      service: 'scheduler',
      resource: 'schedule',
      resourceName: `default/${scheduleNameOf(this.props.domainName)}`,
    });
    const statements = [
      this.allow('route53:GetHealthCheck', 'route53:UpdateHealthCheck'),
      new PolicyStatement({
        actions: ['scheduler:CreateSchedule', 'scheduler:DeleteSchedule', 'scheduler:UpdateSchedule'],
        resources: [schedule],
      }),
      new PolicyStatement({
        actions: ['iam:PassRole'],
        resources: [this.role.roleArn],
        conditions: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
      }),
    ];
    for (const statement of statements) {
      to.addToRolePolicy(statement);
    }
  }

  private allow(...actions: string[]): PolicyStatement {
    const arn = Stack.of(this).formatArn({
      service: 'route53',
      region: '',
      account: '',
      resource: 'healthcheck',
      resourceName: this.props.storeHealthCheckId,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
    return new PolicyStatement({ actions, resources: [arn] });
  }
}
