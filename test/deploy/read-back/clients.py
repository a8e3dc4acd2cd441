"""One client for each service, and a few ways to read."""

from functools import cache

import botocore.session
from botocore.exceptions import ClientError


@cache
def client(service):
    return botocore.session.get_session().create_client(service)


def asked(call, member, **parameters):
    """One member of an answer, or None where the service says that there is nothing of the kind."""
    try:
        return call(**parameters).get(member)
    except ClientError as error:
        if "NoSuch" in error.response["Error"]["Code"] or "NotFound" in error.response["Error"]["Code"]:
            return None
        raise


def only(found, what):
    """The one thing of a list. None of it counts as not found."""
    if not found:
        raise ClientError({"Error": {"Code": "NotFound", "Message": what}}, "List")
    return found[0]
