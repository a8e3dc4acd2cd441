"""
Which properties replace a resource, from AWS's own provider schemas, which cfn-lint brings along. MiniStack knows them for some
types only, and for properties at the top only.
https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html
"""

from functools import cache

from cfnlint.schema import ResourceNotFoundError
from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER
from ministack.services.cloudformation import provisioners, stacks

# Types with a name that MiniStack does not guard: replaced under its own name, a resource would meet itself.
# https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html
NAMES = {
    "AWS::CloudFront::Function": "Name",
    "AWS::CloudWatch::Alarm": "AlarmName",
    "AWS::CloudWatch::CompositeAlarm": "AlarmName",
    "AWS::CloudWatch::Dashboard": "DashboardName",
    "AWS::Events::Rule": "Name",
    "AWS::Logs::DeliveryDestination": "Name",
    "AWS::Logs::DeliverySource": "Name",
    "AWS::Logs::LogGroup": "LogGroupName",
    "AWS::S3::Bucket": "BucketName",
}


@cache
def replacing_paths(resource_type):
    """Paths such as ("HealthCheckConfig", "Type"); None for a type that AWS publishes no schema of."""
    try:
        schema = PROVIDER_SCHEMA_MANAGER.get_resource_schema("us-east-1", resource_type).schema
    except ResourceNotFoundError:
        return None
    return [tuple(path.split("/")[2:]) for path in schema.get("createOnlyProperties", [])]


def at(properties, path):
    for key in path:
        properties = properties.get(key) if isinstance(properties, dict) else None
    return properties


def install():
    known = provisioners._replacing_change

    def replacing_change(resource_type, old, new):
        paths = replacing_paths(resource_type)
        if paths is None:
            return known(resource_type, old, new)
        return any(at(old, path) != at(new, path) for path in paths)

    provisioners._replacing_change = stacks._replacing_change = replacing_change
    for resource_type, name in NAMES.items():
        provisioners._CUSTOM_NAME_REPLACEMENT.setdefault(resource_type, {"name": name})
