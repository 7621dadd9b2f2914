import { fact } from "../../estimate/facts.ts";
import type { PersonJson } from "../person/endpoints.ts";
import type { KeyedActivityJson } from "./endpoints.ts";

/** An activity, with its person where that is known from how the activity was reached. */
export interface ActivityOfPerson extends KeyedActivityJson {
  readonly person?: PersonJson;
}

/** An activity whose person need not be read again. */
export const ofPerson = (activity: KeyedActivityJson, person: PersonJson | undefined): ActivityOfPerson =>
  person ? { ...activity, person } : activity;

/** Whether activities bring their person along. */
export const hasPerson = fact<boolean>("person of an activity");
