"""CloudFront, Route 53, Certificate Manager, API Gateway."""

from clients import client, only


def distribution(distribution_id, _props):
    described = client("cloudfront").get_distribution(Id=distribution_id)["Distribution"]
    config = described["DistributionConfig"]
    behaviors = [config["DefaultCacheBehavior"], *config.get("CacheBehaviors", {}).get("Items", [])]
    for one in behaviors:
        # CloudFormation has both lists side by side.
        one["CachedMethods"] = one.get("AllowedMethods", {}).pop("CachedMethods", None)
    return {"DistributionConfig": {**config, "IPV6Enabled": config.get("IsIPV6Enabled")}}, {"DomainName": described["DomainName"]}


def monitoring(distribution_id, _props):
    return {
        "DistributionId": distribution_id,
        **client("cloudfront").get_monitoring_subscription(DistributionId=distribution_id),
    }, {}


def policy(ask, member, config):
    def read(policy_id, _props):
        return {config: getattr(client("cloudfront"), ask)(Id=policy_id)[member][config]}, {"Id": policy_id}

    return read


def edge_function(arn, props):
    cloudfront, name = client("cloudfront"), props["Name"]
    live = cloudfront.describe_function(Name=name, Stage="LIVE")["FunctionSummary"]
    code = cloudfront.get_function(Name=name, Stage="LIVE")["FunctionCode"].read().decode()
    metadata = live["FunctionMetadata"]
    published = metadata["Stage"] == "LIVE"
    return {**live, "FunctionCode": code, "AutoPublish": published}, {"FunctionARN": metadata["FunctionARN"]}


def health_check(check_id, _props):
    route53 = client("route53")
    tags = route53.list_tags_for_resource(ResourceType="healthcheck", ResourceId=check_id)["ResourceTagSet"]["Tags"]
    return {**route53.get_health_check(HealthCheckId=check_id)["HealthCheck"], "HealthCheckTags": tags}, {"HealthCheckId": check_id}


def record(_id, props):
    zone = props["HostedZoneId"]
    pages = client("route53").get_paginator("list_resource_record_sets").paginate(HostedZoneId=zone)
    same = [
        one
        for page in pages
        for one in page["ResourceRecordSets"]
        if all(one.get(key) == props.get(key) for key in ("Name", "Type", "SetIdentifier"))
    ]
    described = only(same, f"no record {props['Name']}")
    values = [one["Value"] for one in described.get("ResourceRecords", [])]
    if "AliasTarget" in described:
        # The API answers with the root's dot.
        described["AliasTarget"]["DNSName"] = described["AliasTarget"]["DNSName"].rstrip(".")
    return {**described, "HostedZoneId": zone, "ResourceRecords": values}, {}


def certificate(arn, _props):
    acm = client("acm")
    described = acm.describe_certificate(CertificateArn=arn)["Certificate"]
    # The API repeats the first name among the others; CloudFormation does not.
    others = [name for name in described.get("SubjectAlternativeNames", []) if name != described["DomainName"]]
    return {
        **described,
        "SubjectAlternativeNames": others,
        "Tags": [one for one in acm.list_tags_for_certificate(CertificateArn=arn)["Tags"] if not one["Key"].startswith("aws:")],
        "ValidationMethod": described["DomainValidationOptions"][0].get("ValidationMethod"),
    }, {}


def api(api_id, _props):
    return client("apigatewayv2").get_api(ApiId=api_id), {}


READERS = {
    "AWS::ApiGatewayV2::Api": api,
    "AWS::CertificateManager::Certificate": certificate,
    "AWS::CloudFront::CachePolicy": policy("get_cache_policy", "CachePolicy", "CachePolicyConfig"),
    "AWS::CloudFront::Distribution": distribution,
    "AWS::CloudFront::Function": edge_function,
    "AWS::CloudFront::MonitoringSubscription": monitoring,
    "AWS::CloudFront::OriginAccessControl": policy("get_origin_access_control", "OriginAccessControl", "OriginAccessControlConfig"),
    "AWS::CloudFront::ResponseHeadersPolicy": policy("get_response_headers_policy", "ResponseHeadersPolicy", "ResponseHeadersPolicyConfig"),
    "AWS::Route53::HealthCheck": health_check,
    "AWS::Route53::RecordSet": record,
}
