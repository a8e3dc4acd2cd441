"""What an account has, by kind: a list of names for each, without what `cdk bootstrap` made. Answers JSON."""

import json
import sys

from clients import client

ZONE_ITSELF = ("NS", "SOA")


def listed(service, operation, member, name, **parameters):
    answer = getattr(client(service), operation)(**parameters)
    for key in member.split("."):
        answer = answer.get(key, [])
    return [one if isinstance(one, str) else one[name] for one in answer or []]


def keys():
    kms = client("kms")
    described = [kms.describe_key(KeyId=key)["KeyMetadata"] for key in listed("kms", "list_keys", "Keys", "KeyId")]
    return [one["KeyId"] for one in described if one["KeyState"] == "Enabled"]


def records():
    found = []
    for zone in client("route53").list_hosted_zones()["HostedZones"]:
        sets = client("route53").list_resource_record_sets(HostedZoneId=zone["Id"])["ResourceRecordSets"]
        found += [f"{one['Type']} {one['Name']}" for one in sets if one["Type"] not in ZONE_ITSELF]
    return found


def policies(operation, member, kind):
    """CloudFront's policies that are not AWS's own."""
    items = getattr(client("cloudfront"), operation)(Type="custom")[member].get("Items", [])
    return [one[kind]["Id"] for one in items]


def left():
    return {
        "alarms": listed("cloudwatch", "describe_alarms", "MetricAlarms", "AlarmName"),
        "APIs": listed("apigatewayv2", "get_apis", "Items", "ApiId"),
        "buckets": listed("s3", "list_buckets", "Buckets", "Name"),
        "cache policies": policies("list_cache_policies", "CachePolicyList", "CachePolicy"),
        "certificates": listed("acm", "list_certificates", "CertificateSummaryList", "CertificateArn"),
        "composite alarms": listed("cloudwatch", "describe_alarms", "CompositeAlarms", "AlarmName", AlarmTypes=["CompositeAlarm"]),
        "dashboards": listed("cloudwatch", "list_dashboards", "DashboardEntries", "DashboardName"),
        "deliveries": listed("logs", "describe_deliveries", "deliveries", "id"),
        "delivery destinations": listed("logs", "describe_delivery_destinations", "deliveryDestinations", "name"),
        "delivery sources": listed("logs", "describe_delivery_sources", "deliverySources", "name"),
        "distributions": listed("cloudfront", "list_distributions", "DistributionList.Items", "Id"),
        "edge functions": listed("cloudfront", "list_functions", "FunctionList.Items", "Name"),
        "functions": listed("lambda", "list_functions", "Functions", "FunctionName"),
        "health checks": listed("route53", "list_health_checks", "HealthChecks", "Id"),
        "keys": keys(),
        "layers": listed("lambda", "list_layers", "Layers", "LayerName"),
        "log groups": listed("logs", "describe_log_groups", "logGroups", "logGroupName"),
        "queues": listed("sqs", "list_queues", "QueueUrls", ""),
        "records": records(),
        "response headers policies": policies("list_response_headers_policies", "ResponseHeadersPolicyList", "ResponseHeadersPolicy"),
        "roles": listed("iam", "list_roles", "Roles", "RoleName"),
        "rules": listed("events", "list_rules", "Rules", "Name"),
        "subscriptions": listed("sns", "list_subscriptions", "Subscriptions", "SubscriptionArn"),
        "tables": listed("dynamodb", "list_tables", "TableNames", ""),
        "topics": listed("sns", "list_topics", "Topics", "TopicArn"),
    }


if __name__ == "__main__":
    found = {kind: [name for name in names if "cdk-hnb659fds" not in name] for kind, names in left().items()}
    json.dump({kind: names for kind, names in found.items() if names}, sys.stdout)
