import type { ActivityJson } from "../../assembled/activity/endpoints.ts";
import type { StoredActivity } from "../data/assembled/stored.ts";
import { Refusal } from "../refusal.ts";
import { type Fields, secondsOf, textOf, wholeNumberOf } from "./fields.ts";

/** A span of time in Unix seconds; its end is not part of it. */
export interface Window {
  readonly start_time: number;
  readonly end_time: number;
}

/** The id of a schedule; `undefined` is the master schedule. */
export type Schedule = string | undefined;

/** The window of a query string, or 400. */
export function queryWindow(query: URLSearchParams): Window {
  const seconds = (name: string): number => {
    const value = wholeNumberOf(query, name);
    if (value === undefined) throw new Refusal(400, `${name} is required`);
    return value;
  };
  return ordered({ start_time: seconds("start_time"), end_time: seconds("end_time") });
}

/** The window of a body, or 400. */
export function bodyWindow(fields: Fields): Window {
  return ordered({
    start_time: secondsOf(fields.start_time, "start_time"),
    end_time: secondsOf(fields.end_time, "end_time"),
  });
}

/** Whether two spans share any time; those that only touch do not. */
export function overlaps(one: Window, other: Window): boolean {
  return one.end_time > other.start_time && one.start_time < other.end_time;
}

/** The schedule that a request names. */
export function scheduleOf(value: unknown): Schedule {
  return value === undefined || value === null || value === "" ? undefined : textOf(value, "schedule_id");
}

/** Whether an activity is on a schedule. */
export function isOn(activity: StoredActivity, schedule: Schedule): boolean {
  return activity.schedule_id === schedule;
}

/** An activity as it is answered: neither its key nor its schedule is in it. */
export function shownActivity({
  key: _key,
  schedule_id: _schedule,
  ...activity
}: StoredActivity): ActivityJson {
  return activity;
}

/** Activities as Assembled sends them: an object by key, which need not be the id. */
export function keyedByKey(activities: readonly StoredActivity[]): Record<string, ActivityJson> {
  return Object.fromEntries(activities.map((activity) => [activity.key, shownActivity(activity)]));
}

function ordered(window: Window): Window {
  if (window.end_time <= window.start_time) throw new Refusal(400, "end_time must be after start_time");
  return window;
}
