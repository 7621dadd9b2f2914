import { badInput } from "../../errors.ts";
import type { LogUsageInput, UpdateUsageLogInput } from "../../generated/resolvers.ts";
import { filledIfGiven, nonBlank, notNull, omitNulls, omitUndefined } from "../../resolving/input.ts";
import type { NewUsageLogBody, UsageLogBody } from "./endpoints.ts";

/** @throws BAD_USER_INPUT for a metric without a value (assembly-accounts-contacts-v2.txt:168). */
function checkMetric(type: UsageLogBody["type"], value: number | null | undefined): void {
  if (type && type !== "Action" && typeof value !== "number") {
    throw badInput("value is required with type METRIC and CUMULATIVE_METRIC.");
  }
}

/**
 * The body that logs usage.
 * @throws BAD_USER_INPUT for a metric without a value.
 */
export function newUsageLog(input: LogUsageInput): NewUsageLogBody {
  const { timestamp, type, content, attribute, value, metadata } = omitNulls(input);
  checkMetric(type, value);
  return {
    timestamp: timestamp.toISOString(),
    type,
    content: nonBlank(content, "content"),
    attribute: nonBlank(attribute, "attribute"),
    ...omitUndefined({ value, metadata }),
  };
}

/**
 * The body that changes a usage log. Whatever type is stored, it makes no metric without a value.
 * @throws BAD_USER_INPUT for null where nothing can be cleared, and for what could make such a metric.
 */
export function usageLogChanges(input: UpdateUsageLogInput): UsageLogBody {
  const { value, metadata } = input;
  const type = notNull(input.type, "type");
  checkMetric(type, value);
  if (value === null && !type) throw badInput("value can be cleared together with type ACTION only.");
  return omitUndefined({
    timestamp: notNull(input.timestamp, "timestamp")?.toISOString(),
    type,
    content: filledIfGiven(input.content, "content"),
    attribute: filledIfGiven(input.attribute, "attribute"),
    value,
    metadata: metadata === null ? {} : metadata,
  });
}
