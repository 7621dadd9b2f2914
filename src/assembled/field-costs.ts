import {
  type Ask,
  type AskedField,
  argsOf,
  asks,
  calls,
  callsAnew,
  type Declared,
  type FieldCost,
  type FieldCosts,
  type NodeCost,
} from "../estimate/field-cost.ts";
import { anyNumber, atMost, exactly } from "../estimate/range.ts";
import { oneById, oneOf, someOf } from "../estimate/usual-costs.ts";
import type {
  MutationCreateActivitiesArgs,
  MutationCreateActivityArgs,
  MutationCreatePeopleArgs,
  MutationCreatePersonArgs,
  MutationDeleteActivitiesArgs,
  MutationDeletePersonArgs,
  MutationUpdatePersonArgs,
  PersonLookup,
  QueryActivitiesArgs,
  QueryPeopleArgs,
  QueryPersonArgs,
} from "../generated/resolvers.ts";
import { sourceIdOf } from "../resolving/ids.ts";
import { checkBulk } from "../resolving/input.ts";
import { type PageArguments, pageRequest, windowPageSize } from "../resolving/pagination.ts";
import { longestReadDays, longestWriteDays, type TimeWindow, windowSeconds } from "../resolving/time.ts";
import { activities } from "./activity/endpoints.ts";
import { activitySelection, isNothing } from "./activity/selection.ts";
import { covered, overlap, partsOf } from "./activity/spans.ts";
import { windowPath } from "./activity/windows.ts";
import { activityTypeKind, personKind, queueKind, roleKind, siteKind, skillKind, teamKind } from "./kinds.ts";
import { activityTypeList, queueList, roleList, siteList, skillList, teamList } from "./lists.ts";
import { assembledLoaders } from "./loaders.ts";
import { people } from "./person/endpoints.ts";
import { newPerson, personChanges } from "./person/input.ts";
import { personReference } from "./person/look-up.ts";

const { activitiesByAgent, activityTypeById, personByAgentId, personById } = assembledLoaders;
const { queueById, roleById, siteById, skillById, teamById } = assembledLoaders;

/** Types of Assembled that can be fetched by global id. */
export const assembledNodeCosts: readonly NodeCost[] = [
  { kind: personKind, loader: personById },
  { kind: activityTypeKind, loader: activityTypeById },
  { kind: roleKind, loader: roleById },
  { kind: queueKind, loader: queueById },
  { kind: siteKind, loader: siteById },
  { kind: teamKind, loader: teamById },
  { kind: skillKind, loader: skillById },
];

/** All rows of a small collection. */
const allOf = (list: Declared): FieldCost => ({ asks: [asks(list)], gives: anyNumber });

const inWindow = (args: PageArguments) => atMost(pageRequest(args, windowPageSize, windowPageSize).first);

/** Where people are looked up; the id of an agent needs no look-up to write under it. */
function lookUps(references: readonly PersonLookup[], loaderOfAgents?: Declared): Ask[] {
  const { peopleByEmail, peopleByImportedId } = assembledLoaders;
  const keys = new Map<Declared, Set<string>>();
  for (const reference of references.map(personReference)) {
    const [key = ""] = Object.values(reference);
    const loader =
      "id" in reference
        ? personById
        : "email" in reference
          ? peopleByEmail
          : "importedId" in reference
            ? peopleByImportedId
            : loaderOfAgents;
    if (loader) keys.set(loader, (keys.get(loader) ?? new Set()).add(key));
  }
  return [...keys].map(([loader, { size }]) => asks(loader, exactly(size)));
}

/** Reads of the schedules where activities are to be. */
function overlapReads(windows: readonly TimeWindow[]): Ask {
  const spans = windows.map((window) => windowSeconds(window, longestWriteDays));
  const reads = covered(spans, longestReadDays).map((span) => {
    const isAlone = spans.filter((each) => overlap(each, span)).length === 1;
    return isAlone ? 1 : partsOf(span, longestReadDays).length;
  });
  return callsAnew(activities.list, { least: 1, most: reads.reduce((sum, each) => sum + each, 0) });
}

/** Whether an activity was reached through its person. */
function hasPerson(above: AskedField | undefined): boolean {
  switch (above?.coordinate) {
    case "Person.activities":
      return true;
    case "Mutation.createActivity":
      return !argsOf<MutationCreateActivityArgs>(above).input.person.agentId;
    case "CreateActivitiesPayload.activities": {
      const { input } = argsOf<MutationCreateActivitiesArgs>(above.above);
      return input.activities.every(({ person }) => !person.agentId);
    }
    default:
      return false;
  }
}

/** What the fields of Assembled's types cost. */
export const assembledFieldCosts: FieldCosts = {
  "Query.person": ({ by }: QueryPersonArgs) => ({ asks: lookUps([by], personByAgentId) }),
  "Query.people": ({ filter, ...args }: QueryPeopleArgs) => ({
    asks: filter?.channels?.length === 0 ? [] : [calls(people.list)],
    gives: atMost(pageRequest(args).first),
  }),
  "Query.activities": ({ filter, window, ...args }: QueryActivitiesArgs) => {
    const span = windowSeconds(window, longestReadDays);
    const selection = activitySelection(filter);
    const path = windowPath(span, selection);
    return { asks: isNothing(selection) ? [] : [asks({ access: [path] })], gives: inWindow(args) };
  },
  "Query.activityType": oneById(activityTypeKind, activityTypeById),
  "Query.activityTypes": allOf(activityTypeList),
  "Query.role": oneById(roleKind, roleById),
  "Query.roles": allOf(roleList),
  "Query.queue": oneById(queueKind, queueById),
  "Query.queues": allOf(queueList),
  "Query.site": oneById(siteKind, siteById),
  "Query.sites": allOf(siteList),
  "Query.team": oneById(teamKind, teamById),
  "Query.teams": allOf(teamList),
  "Query.skill": oneById(skillKind, skillById),
  "Query.skills": allOf(skillList),

  "Person.roles": someOf(roleById),
  "Person.site": oneOf(siteById),
  "Person.teams": someOf(teamById),
  "Person.queues": someOf(queueById),
  "Person.skills": someOf(skillById),
  "Person.activities": (args: PageArguments) => ({
    asks: [asks(activitiesByAgent, atMost(1))],
    gives: inWindow(args),
  }),
  "Activity.person": (_args: unknown, above) => (hasPerson(above) ? {} : oneOf(personByAgentId)),
  "Activity.type": oneOf(activityTypeById),
  "Queue.parent": oneOf(queueById),
  "Site.parent": oneOf(siteById),
  "Team.parent": oneOf(teamById),
  "Skill.parent": oneOf(skillById),

  "Mutation.createPerson": ({ input }: MutationCreatePersonArgs) => {
    newPerson(input);
    return { asks: [calls(people.create)] };
  },
  "Mutation.createPeople": ({ input }: MutationCreatePeopleArgs) => {
    checkBulk(input.people.map(newPerson), "people");
    return { asks: [calls(people.create)] };
  },
  "CreatePeoplePayload.people": (_args: unknown, above) => ({
    gives: atMost(argsOf<MutationCreatePeopleArgs>(above).input.people.length),
  }),
  "Mutation.updatePerson": ({ id, input }: MutationUpdatePersonArgs) => {
    sourceIdOf(personKind, id);
    personChanges(input);
    return { asks: [calls(people.update)] };
  },
  // The update answers the person, as a rule.
  "UpdatePersonPayload.person": oneOf(personById),
  "Mutation.deletePerson": ({ id }: MutationDeletePersonArgs) => {
    sourceIdOf(personKind, id);
    return { asks: [calls(people.delete)] };
  },
  "DeletePersonPayload.person": (_args: unknown, above) =>
    argsOf<MutationDeletePersonArgs>(above).deletion === "HARD" ? {} : { asks: [asks(personById)] },
  "Mutation.createActivity": ({ input }: MutationCreateActivityArgs) => ({
    asks: [
      ...lookUps([input.person]),
      ...(input.onConflict === "REFUSE" ? [overlapReads([input.window])] : []),
      calls(activities.create),
    ],
  }),
  "Mutation.createActivities": ({ input }: MutationCreateActivitiesArgs) => {
    checkBulk(input.activities, "activities");
    const windows = input.activities.map(({ window }) => window);
    return {
      asks: [
        ...lookUps(input.activities.map(({ person }) => person)),
        ...(input.onConflict === "REFUSE" ? [overlapReads(windows)] : []),
        calls(activities.bulk),
      ],
    };
  },
  "CreateActivitiesPayload.activities": (_args: unknown, above) => ({
    gives: atMost(argsOf<MutationCreateActivitiesArgs>(above).input.activities.length),
  }),
  "Mutation.deleteActivities": ({ input }: MutationDeleteActivitiesArgs) => {
    checkBulk(input.people, "people");
    return { asks: [...lookUps(input.people), calls(activities.deleteWindow)] };
  },
};
