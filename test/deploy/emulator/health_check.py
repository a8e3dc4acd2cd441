"""
AWS::Route53::HealthCheck, by the calls that MiniStack has.
https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-healthcheck.html
"""

import uuid
from xml.etree.ElementTree import Element, SubElement, tostring

from ministack.services import route53
from ministack.services.cloudformation.provisioners import _RESOURCE_HANDLERS

from answers import accepted

# How the API names the members of a list.
MEMBERS = {"ChildHealthChecks": "ChildHealthCheck", "Regions": "Region"}


def xml(tag, value):
    element = Element(tag)
    if isinstance(value, dict):
        element.extend(xml(key, child) for key, child in value.items())
    elif isinstance(value, list):
        element.extend(xml(MEMBERS[tag], child) for child in value)
    else:
        element.text = str(value).lower() if isinstance(value, bool) else str(value)
    return element


def mend(check_id, config):
    """MiniStack answers with Python's "True", which no SDK reads as true, and loses the ids of children."""
    kept = route53._health_checks[check_id]["config"]
    kept.update({key: str(value).lower() for key, value in kept.items() if isinstance(value, bool)})
    kept.update({key: value for key, value in config.items() if key in MEMBERS})


def create(_logical_id, props, _stack_name):
    reference = str(uuid.uuid4())
    request = Element("CreateHealthCheckRequest")
    SubElement(request, "CallerReference").text = reference
    request.append(xml("HealthCheckConfig", props["HealthCheckConfig"]))
    accepted(route53._create_health_check(tostring(request)))
    check_id = route53._hc_caller_refs[reference]
    mend(check_id, props["HealthCheckConfig"])
    tag(check_id, props)
    return check_id, {"HealthCheckId": check_id}


def update(check_id, _old, props, _stack_name):
    accepted(route53._update_health_check(check_id, tostring(xml("UpdateHealthCheckRequest", props["HealthCheckConfig"]))))
    mend(check_id, props["HealthCheckConfig"])
    tag(check_id, props)
    return check_id, {"HealthCheckId": check_id}


def tag(check_id, props):
    route53._tags[("healthcheck", check_id)] = {one["Key"]: one["Value"] for one in props.get("HealthCheckTags", [])}


def delete(check_id, _props):
    accepted(route53._delete_health_check(check_id))


def register():
    _RESOURCE_HANDLERS["AWS::Route53::HealthCheck"] = {"create": create, "update": update, "delete": delete}
