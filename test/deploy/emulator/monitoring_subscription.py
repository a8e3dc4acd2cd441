"""
AWS::CloudFront::MonitoringSubscription, by the calls that MiniStack has.
https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-monitoringsubscription.html
"""

from xml.etree.ElementTree import tostring

from ministack.services import cloudfront
from ministack.services.cloudformation.provisioners import _RESOURCE_HANDLERS

from answers import accepted
from health_check import xml


def create(_logical_id, props, _stack_name):
    request = tostring(xml("MonitoringSubscription", props["MonitoringSubscription"]))
    accepted(cloudfront._create_monitoring_subscription(props["DistributionId"], request))
    return props["DistributionId"], {}


def update(_id, _old, props, stack_name):
    return create("", props, stack_name)


def delete(distribution_id, _props):
    accepted(cloudfront._delete_monitoring_subscription(distribution_id))


def register():
    _RESOURCE_HANDLERS["AWS::CloudFront::MonitoringSubscription"] = {"create": create, "update": update, "delete": delete}
