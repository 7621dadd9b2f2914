import type {
  forecastTotals as endpoints,
  ForecastTotalJson,
} from "../../assembled/forecast-total/endpoints.ts";
import type { Reply, VerbHandlers } from "../emulator.ts";
import { Refusal } from "../refusal.ts";
import { bodyWindow, overlaps, queryWindow } from "./activity-window.ts";
import { forecastChannels } from "./demand.ts";
import { flagOf, knownIds, listOf, numberOf, objectOf, oneOf, textOf } from "./fields.ts";
import { oneOfIn, queueIn } from "./forecast-query.ts";
import { forecastIntervalSeconds } from "./forecasts.ts";
import type { AssembledState } from "./state.ts";

type NewTotal = Omit<ForecastTotalJson, "id">;

const valueTypes = ["contacts", "reopened", "messages", "combined"];

/** Answers the routes of forecast totals (assembled-v0.txt:1827-1942). */
export function createForecastTotalHandlers(state: AssembledState): VerbHandlers<typeof endpoints> {
  const { forecastTotals } = state;

  function newTotal(item: unknown): NewTotal {
    const fields = objectOf(item, "forecasts");
    const window = bodyWindow(fields);
    if (window.end_time - window.start_time < forecastIntervalSeconds) {
      throw new Refusal(400, "a total must be at least one forecast interval long");
    }
    const { queue = null, value_type: type = "contacts" } = fields;
    return {
      ...window,
      channel: oneOf(fields.channel, forecastChannels, "channel"),
      queue: queue === null ? null : (knownIds([textOf(queue, "queue")], state.queues, "queue")[0] ?? null),
      value: numberOf(fields.value, "value"),
      value_type: oneOf(type, valueTypes, "value_type"),
    };
  }

  return {
    list: ({ query }) => {
      const window = queryWindow(query);
      const channel = oneOfIn(query, "channel", forecastChannels);
      const queue = queueIn(query, state);
      const type = oneOfIn(query, "value_type", valueTypes);
      const found = forecastTotals
        .all()
        .filter(
          (total) =>
            overlaps(total, window) &&
            (channel === undefined || total.channel === channel) &&
            (queue === undefined || total.queue === queue) &&
            (type === undefined || (total.value_type ?? "contacts") === type),
        );
      return shown(found);
    },

    get: ({ params }) => shown([known(forecastTotals.get(params.id))]),

    create: ({ body }) => {
      const { overwrite = false, forecasts } = objectOf(body, "the body");
      const mayReplace = flagOf(overwrite, "overwrite");
      const wanted = listOf(forecasts, "forecasts").map(newTotal);
      if (wanted.length === 0) throw new Refusal(400, "forecasts must not be empty");
      const met = wanted.flatMap((total) => forecastTotals.all().filter((old) => meet(old, total)));
      const inTheWay = met.filter((old) => !(mayReplace && wanted.some((total) => isReplacedBy(old, total))));
      if (inTheWay.length > 0) {
        throw new Refusal(400, `conflicts with ${inTheWay.map(({ id }) => id).join(", ")}`);
      }
      if (wanted.some((total, at) => wanted.slice(at + 1).some((other) => meet(total, other)))) {
        throw new Refusal(400, "the new totals conflict with one another");
      }
      for (const { id } of met) forecastTotals.remove(id);
      return shown(wanted.map((total) => forecastTotals.insert((id) => ({ id, ...total }))));
    },

    delete: ({ params }) => {
      known(forecastTotals.remove(params.id));
      return { status: 200 };
    },
  };
}

/** One total comes in a list of one (assembled-v0.txt:1874). */
const shown = (forecasts: readonly ForecastTotalJson[]): Reply => ({ status: 200, body: { forecasts } });

function known(total: ForecastTotalJson | undefined): ForecastTotalJson {
  if (total === undefined) throw new Refusal(404, "there is no such forecast total");
  return total;
}

/** Whether two totals are of one kind and share time. */
const meet = (one: NewTotal, other: NewTotal): boolean =>
  one.channel === other.channel &&
  (one.queue ?? null) === (other.queue ?? null) &&
  (one.value_type ?? "contacts") === (other.value_type ?? "contacts") &&
  overlaps(one, other);

/** Only a perfect overlap is replaced (assembled-v0.txt:1926). */
const isReplacedBy = (old: NewTotal, total: NewTotal): boolean =>
  meet(old, total) && old.start_time === total.start_time && old.end_time === total.end_time;
