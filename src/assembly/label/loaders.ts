import DataLoader from "dataloader";
import { byId, type KeysOf } from "../../lists/indexed-rows.ts";
import { answeredWith, pointRead, sliceRead } from "../../lists/keyed-read.ts";
import { wholeCollection } from "../../lists/list.ts";
import type { LoaderDefinition } from "../../lists/loader-definition.ts";
import { oneByField } from "../../loaders/many-by-field.ts";
import { oneByKey } from "../../loaders/one-by-key.ts";
import type { GroupLoader } from "../../loaders/promise-or-value.ts";
import { pointReads } from "../../loaders/strategies/point-reads.ts";
import { orNotFound } from "../../resolving/input.ts";
import { keysIn } from "../../rest/row-values.ts";
import { kind, labelId } from "../ids.ts";
import { type LabelJson, labels } from "./endpoints.ts";

/** Ids of labels. */
export const labelKind = kind("Label", labelId);

/** All labels. */
export const allLabels = wholeCollection<LabelJson>(
  "labels",
  sliceRead(labels.list, () => ({})),
);

const byType: KeysOf<LabelJson> = ({ type }) => keysIn(type);

/** A label is answered as a list of one. */
const labelRead = answeredWith(
  pointRead(labels.getById, (labelId) => ({ labelId })),
  (run) =>
    orNotFound(
      run().then(([label]) => label ?? null),
      "label",
    ),
);

/** Labels by type: those of one type by themselves, unless all of them are read anyway. */
export const labelsOfType: LoaderDefinition<GroupLoader<string, LabelJson>> = {
  access: pointReads(labels.listByType, { list: allLabels.access }),
  create({ call, of }) {
    const list = of(allLabels);
    const loader = new DataLoader<string, readonly LabelJson[]>(async (types) => {
      const [only, another] = types;
      await list.readAtHand();
      if (only !== undefined && another === undefined && !list.isComplete() && !list.fullRead())
        return [await call(labels.listByType, { type: only })];
      await list.all();
      return types.map((type) => list.listed(byType, type));
    });
    return { load: (type) => loader.load(type), clearAll: () => void loader.clearAll() };
  },
};

/** A label by its id. */
export const labelById = oneByKey(allLabels, byId, labelRead);

/** A label that records point at: the list shows all of them, whenever they come to be asked for. */
export const listedLabelById = oneByField(allLabels, byId);
