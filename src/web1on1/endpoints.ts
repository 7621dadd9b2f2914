import type { NounNames } from "../generated/nouns.ts";
import { endpointsOf, type NounEndpoints } from "../rest/noun-endpoints.ts";
import { routesOf } from "../rest/route.ts";
import { secrets } from "./secrets.ts";

type Noun = NounNames["web1on1"];

const endpointsWith = endpointsOf<Noun>();

/** Makes the endpoints of one noun; their answers keep no secret of Web1on1, nor those that the noun names. */
export const endpoints: NounEndpoints<Noun> = ({ secrets: own = [], ...facts }, verbs) =>
  endpointsWith({ ...facts, secrets: [...secrets, ...own] }, verbs);

/** The routes that endpoints are written with. */
export const { DELETE, GET, PATCH, POST, PUT } = routesOf<Noun>();
