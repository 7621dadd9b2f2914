import { fullModel } from "../../src/graphql/model.ts";

const accountNode = fullModel.systems
  .flatMap(({ nouns }) => nouns)
  .flatMap(({ nodes = [] }) => nodes)
  .find(({ kind }) => kind.type === "Account");
if (!accountNode) throw new Error("Accounts are no nodes.");

/** Ids of accounts, and the loader that finds one. */
export const { kind: accountKind, loader: accountById } = accountNode;
