"""CloudWatch and its logs, EventBridge, SNS, SQS."""

from clients import client, only


def alarm(kind, member):
    def read(name, _props):
        found = client("cloudwatch").describe_alarms(AlarmNames=[name], AlarmTypes=[kind])[member]
        described = only(found, f"no alarm {name}")
        return described, {"Arn": described["AlarmArn"]}

    return read


def dashboard(name, _props):
    return client("cloudwatch").get_dashboard(DashboardName=name), {}


def log_group(name, _props):
    found = client("logs").describe_log_groups(logGroupNamePrefix=name)["logGroups"]
    described = only([one for one in found if one["logGroupName"] == name], name)
    return described, {"Arn": described["arn"]}


def delivery_source(name, _props):
    described = client("logs").get_delivery_source(name=name)["deliverySource"]
    return {**described, "resourceArn": described["resourceArns"][0]}, {"Arn": described["arn"]}


def delivery_destination(name, _props):
    described = client("logs").get_delivery_destination(name=name)["deliveryDestination"]
    return {**described, **described["deliveryDestinationConfiguration"]}, {"Arn": described["arn"]}


def delivery(delivery_id, _props):
    described = client("logs").get_delivery(id=delivery_id)["delivery"]
    return {**described, "S3SuffixPath": described["s3DeliveryConfiguration"]["suffixPath"]}, {"Arn": described["arn"]}


def rule(name, _props):
    events = client("events")
    described = events.describe_rule(Name=name.split("|")[-1])
    return {**described, "Targets": events.list_targets_by_rule(Rule=described["Name"])["Targets"]}, {"Arn": described["Arn"]}


def topic(arn, _props):
    return client("sns").get_topic_attributes(TopicArn=arn)["Attributes"], {"TopicName": arn.split(":")[-1]}


def topic_policy(_id, props):
    policies = [client("sns").get_topic_attributes(TopicArn=arn)["Attributes"]["Policy"] for arn in props["Topics"]]
    return {"Topics": props["Topics"], "PolicyDocument": policies[0]}, {}


def subscription(arn, props):
    sns = client("sns")
    found = [one for one in sns.list_subscriptions_by_topic(TopicArn=props["TopicArn"])["Subscriptions"] if one["Endpoint"] == props["Endpoint"]]
    known = only([one for one in found if one["SubscriptionArn"] == arn] or found, arn)
    return {**known, **sns.get_subscription_attributes(SubscriptionArn=arn)["Attributes"]}, {}


def queue(url, _props):
    attributes = client("sqs").get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
    return attributes, {"Arn": attributes["QueueArn"], "QueueName": url.split("/")[-1]}


def queue_policy(_id, props):
    policies = [queue(url, {})[0]["Policy"] for url in props["Queues"]]
    return {"Queues": props["Queues"], "PolicyDocument": policies[0]}, {}


READERS = {
    "AWS::CloudWatch::Alarm": alarm("MetricAlarm", "MetricAlarms"),
    "AWS::CloudWatch::CompositeAlarm": alarm("CompositeAlarm", "CompositeAlarms"),
    "AWS::CloudWatch::Dashboard": dashboard,
    "AWS::Events::Rule": rule,
    "AWS::Logs::Delivery": delivery,
    "AWS::Logs::DeliveryDestination": delivery_destination,
    "AWS::Logs::DeliverySource": delivery_source,
    "AWS::Logs::LogGroup": log_group,
    "AWS::SNS::Subscription": subscription,
    "AWS::SNS::Topic": topic,
    "AWS::SNS::TopicPolicy": topic_policy,
    "AWS::SQS::Queue": queue,
    "AWS::SQS::QueuePolicy": queue_policy,
}
