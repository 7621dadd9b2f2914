import type { NounExamples } from "../../support/examples.ts";
import { byOwner } from "../keys.ts";

/** Custom properties of accounts and contacts. */
export const examples: NounExamples = {
  arguments: (data) => {
    const owners = byOwner(data);
    return {
      Query: { additionalProperties: owners.map((of) => `(of: ${of})`) },
      Mutation: {
        createAdditionalProperties: owners.map(
          (of, at) => `(input: { of: ${of}, properties: { made${at}: 1 } })`,
        ),
        updateAdditionalProperties: owners.map(
          (of, at) => `(input: { of: ${of}, properties: { set: ${at} } })`,
        ),
        deleteAdditionalProperties: owners.map((of, at) => `(input: { of: ${of}, names: ["made${at}"] })`),
      },
    };
  },
};
