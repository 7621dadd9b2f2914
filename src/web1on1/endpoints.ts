import type { NounNames } from "../generated/nouns.ts";
import { endpointsOf } from "../rest/noun-endpoints.ts";
import { routesOf } from "../rest/route.ts";

type Noun = NounNames["web1on1"];

/** Makes the endpoints of one noun. */
export const endpoints = endpointsOf<Noun>();

/** The routes that endpoints are written with. */
export const { DELETE, GET, PATCH, POST, PUT } = routesOf<Noun>();
