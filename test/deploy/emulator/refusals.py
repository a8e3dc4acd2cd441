"""
What AWS refuses and MiniStack takes, as far as it decides whether Understudy's updates can work. Each rule wraps the handler of
its type: it looks before anything is made.
"""

import json

from ministack.services import cloudfront, route53
from ministack.services.cloudformation.provisioners import _RESOURCE_HANDLERS, _r53_record_set_build_rs, _r53_resolve_hosted_zone_id

# https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html
ROUTING = ("Failover", "Weight", "Region", "GeoLocation", "MultiValueAnswer", "CidrRoutingConfig")


def records(props, old, _own_id):
    """
    A CNAME stands alone at its name, and all records of a name and type have one routing policy.
    https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html#CNAMEFormat
    """
    made = _r53_record_set_build_rs(props)
    replaced = old and route53._rs_key(_r53_record_set_build_rs(old))
    for there in route53._records.get(_r53_resolve_hosted_zone_id(props), []):
        # One that keeps its identity is changed in place; any other is made while the old one is still there.
        if there["Name"] == made["Name"] and not (replaced == route53._rs_key(made) == route53._rs_key(there)):
            refuse_beside(there, made)


def refuse_beside(there, made):
    name = made["Name"]
    if there["Type"] != made["Type"]:
        if "CNAME" in (there["Type"], made["Type"]):
            raise ValueError(
                f"RRSet of type {made['Type']} with DNS name {name} is not permitted because a conflicting RRSet of type "
                f"{there['Type']} with the same DNS name already exists"
            )
        return
    policies = [next((key for key in ROUTING if one.get(key) is not None), "simple") for one in (there, made)]
    if policies[0] != policies[1]:
        raise ValueError(f"{made['Type']} {name}: a {policies[1]} record beside a {policies[0]} one is not permitted")
    if made.get("Failover") and made.get("Failover") == there.get("Failover"):
        raise ValueError(f"{made['Type']} {name}: there is a {made['Failover']} record already")


def aliases(props, _old, own_id):
    """
    An alternate domain name belongs to one distribution.
    https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html
    """
    wanted = set((props.get("DistributionConfig") or {}).get("Aliases") or [])
    for distribution_id, there in cloudfront._distributions.items():
        config = cloudfront._parse_body(there["config_xml"].encode())
        element = cloudfront._find(config, "Aliases")
        taken = {one.text for one in element.iter() if one.text} if element is not None else set()
        if distribution_id != own_id and wanted & taken:
            raise ValueError("One or more of the CNAMEs you provided are already associated with a different resource. (CNAMEAlreadyExists)")


def environment(props, _old, _own_id):
    """
    4 KB for all variables together, written as JSON.
    https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
    """
    variables = (props.get("Environment") or {}).get("Variables") or {}
    if len(json.dumps(variables, separators=(",", ":"))) > 4096:
        raise ValueError("Lambda was unable to configure your environment variables because they exceeded the 4KB limit")


def certificate_names(props, _old, _own_id):
    """
    Ten names a certificate, unless the quota is raised.
    https://docs.aws.amazon.com/acm/latest/userguide/acm-limits.html
    """
    names = {props["DomainName"], *(props.get("SubjectAlternativeNames") or [])}
    if len(names) > 10:
        raise ValueError(f"LimitExceededException: {len(names)} domain names in one certificate, 10 are allowed")


def policy_name(store, config):
    """
    No two policies of a kind have one name.
    https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateCachePolicy.html
    """

    def refuse(props, _old, own_id):
        name = props[config]["Name"]
        if any(one["Config"]["Name"] == name for policy_id, one in store.items() if policy_id != own_id):
            raise ValueError(f"{config}: a policy with the name {name} already exists")

    return refuse


def wrap(resource_type, refuse):
    handler = _RESOURCE_HANDLERS[resource_type]
    create, update = handler["create"], handler["update"]

    def create_if_taken(logical_id, props, stack_name):
        refuse(props, None, None)
        return create(logical_id, props, stack_name)

    def update_if_taken(physical_id, old, props, *more):
        refuse(props, old, physical_id)
        return update(physical_id, old, props, *more)

    _RESOURCE_HANDLERS[resource_type] = {**handler, "create": create_if_taken, "update": update_if_taken}


def install():
    wrap("AWS::Route53::RecordSet", records)
    wrap("AWS::CloudFront::Distribution", aliases)
    wrap("AWS::Lambda::Function", environment)
    wrap("AWS::CertificateManager::Certificate", certificate_names)
    wrap("AWS::CloudFront::CachePolicy", policy_name(cloudfront._cache_policies, "CachePolicyConfig"))
    wrap("AWS::CloudFront::ResponseHeadersPolicy", policy_name(cloudfront._response_headers_policies, "ResponseHeadersPolicyConfig"))
