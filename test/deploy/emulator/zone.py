"""The hosted zone of the example store, under the id that the example names: the shop had it before Understudy."""

from ministack.services import route53

ZONE_ID = "Z0123456789EXAMPLE"


def create():
    request = b"<CreateHostedZoneRequest><Name>example.com.</Name><CallerReference>example</CallerReference></CreateHostedZoneRequest>"
    route53._create_hosted_zone(request, {})
    made = route53._caller_refs["example"]
    route53._zones[ZONE_ID] = {**route53._zones.pop(made), "id": ZONE_ID}
    route53._records[ZONE_ID] = route53._records.pop(made)
