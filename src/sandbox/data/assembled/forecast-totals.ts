import type { ForecastTotalJson } from "../../../assembled/forecast-total/endpoints.ts";
import { unixSeconds } from "../day.ts";
import { forecastTotalId, groupId } from "../ids.ts";

/** Volumes that were planned around the anchor day; one has no unit of its own. */
export function forecastTotals(anchorMs: number): ForecastTotalJson[] {
  const total = (
    name: string,
    [fromDay, days]: readonly [number, number],
    more: Pick<ForecastTotalJson, "channel" | "queue" | "value" | "value_type">,
  ): ForecastTotalJson => ({
    id: forecastTotalId(name),
    start_time: unixSeconds(anchorMs, fromDay),
    end_time: unixSeconds(anchorMs, fromDay + days),
    ...more,
  });
  const queue = (name: string) => groupId(`queue/${name}`);
  return [
    total("returns today", [0, 1], {
      channel: "chat",
      queue: queue("Returns"),
      value: 420,
      value_type: "contacts",
    }),
    total("VIP this week", [-3, 7], { channel: "chat", queue: queue("VIP"), value: 900 }),
    total("orders by phone", [1, 2], {
      channel: "phone",
      queue: queue("Orders"),
      value: 310.5,
      value_type: "contacts",
    }),
    total("e-mail next week", [7, 7], {
      channel: "email",
      queue: null,
      value: 5_200,
      value_type: "combined",
    }),
    // The queue was deleted since.
    total("lost queue", [0, 1], {
      channel: "chat",
      queue: queue("(gone)"),
      value: 40,
      value_type: "contacts",
    }),
  ];
}
