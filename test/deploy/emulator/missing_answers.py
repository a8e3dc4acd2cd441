"""
Calls that MiniStack does not answer: what Route 53's checkers found, protections of record sets, and alarm mute rules.
https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetHealthCheckStatus.html
https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutAlarmMuteRule.html
"""

import json
import re
from datetime import datetime, timezone
from xml.etree.ElementTree import SubElement

from ministack.services import cloudwatch, route53

# Two of the checkers' Regions are enough to be read.
REGIONS = {"us-east-1": "15.177.2.1", "eu-west-1": "15.177.10.1"}
HEALTHY = "Success: HTTP Status Code 200, OK"
UNHEALTHY = "Failure: HTTP Status Code 503, Service Unavailable"

mute_rules = {}


def is_healthy(check_id):
    """Nobody probes here: a test says by PutMetricData how the store is."""
    for (namespace, metric, _dimensions), points in cloudwatch._metrics.items():
        if (namespace, metric) != ("Checkers", "HealthCheckStatus"):
            continue
        if points and points[-1]["Dimensions"].get("HealthCheckId") == check_id:
            return points[-1]["Value"] >= 1
    return True


def status(check_id):
    check = route53._health_checks.get(check_id)
    if check is None:
        return route53._error_response("NoSuchHealthCheck", f"No health check exists with the specified ID {check_id}.", 404)
    if check["config"].get("Type") == "CALCULATED":
        return route53._error_response("InvalidInput", "There is no status of a calculated health check.")

    def build(root):
        found = SubElement(root, "HealthCheckObservations")
        for region, address in REGIONS.items():
            observation = SubElement(found, "HealthCheckObservation")
            SubElement(observation, "Region").text = region
            SubElement(observation, "IPAddress").text = address
            report = SubElement(observation, "StatusReport")
            SubElement(report, "Status").text = HEALTHY if is_healthy(check_id) else UNHEALTHY
            SubElement(report, "CheckedTime").text = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z")

    return route53._xml_response("GetHealthCheckStatusResponse", build)


def no_protections():
    return route53._xml_response("ListResourceRecordSetProtectionsResponse", lambda root: SubElement(root, "ResourceRecordSetProtections"))


def answer_of_route53(method, path):
    check = re.search(r"/healthcheck/([^/]+)/status$", path)
    if method == "GET" and check:
        return status(check[1])
    if method == "GET" and path.endswith("/rrsetprotection"):
        return no_protections()
    return None


def answer_of_cloudwatch(target, body):
    if target.endswith(".PutAlarmMuteRule"):
        rule = json.loads(body)
        mute_rules[rule["Name"]] = rule
        return cloudwatch._json_ok({})
    if target.endswith(".DeleteAlarmMuteRule"):
        mute_rules.pop(json.loads(body)["AlarmMuteRuleName"], None)
        return cloudwatch._json_ok({})
    return None


def install():
    route53_answers, cloudwatch_answers = route53.handle_request, cloudwatch.handle_request

    async def route53_request(method, path, headers, body, query):
        return answer_of_route53(method, path) or await route53_answers(method, path, headers, body, query)

    async def cloudwatch_request(method, path, headers, body, query):
        target = headers.get("x-amz-target", "")
        return answer_of_cloudwatch(target, body) or await cloudwatch_answers(method, path, headers, body, query)

    route53.handle_request, cloudwatch.handle_request = route53_request, cloudwatch_request
