"""
MiniStack with what Understudy's templates need beside it. MiniStack itself is unmodified: everything is registered or wrapped
here.
"""

from ministack import app

import alarm_events
import composite_alarm
import health_check
import local_functions
import log_delivery
import missing_answers
import monitoring_subscription
import refusals
import replacements
import zone

if __name__ == "__main__":
    health_check.register()
    composite_alarm.register()
    log_delivery.register()
    monitoring_subscription.register()
    replacements.install()
    refusals.install()
    alarm_events.install()
    local_functions.install()
    missing_answers.install()
    zone.create()
    app.main()
