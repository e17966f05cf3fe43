package health.stillwater.enrollment;

import java.time.ZoneId;

/**
 * How a patient can be reached by text.
 *
 * @param phone in E.164
 * @param zone where they live; messages keep its hours
 * @param mayText whether they agreed to messages, in the version in force, and have not stopped
 *     them
 */
public record Contact(String phone, ZoneId zone, boolean mayText) {}
