import type { labels as endpoints, LabelBody } from "../../assembly/label/endpoints.ts";
import type { VerbHandlers } from "../emulator.ts";
import { checked, filledText, nullable, oneOf, requireFields, text, textLike } from "./fields.ts";
import { type AssemblyState, found } from "./state.ts";

const checks = {
  type: oneOf("Tier", "Stage", "CompanyType", "AccountTag"),
  name: filledText,
  color: textLike(/^#[0-9a-f]{6}$/i, "a hex code as #RRGGBB"),
  description: nullable(text),
};

/** Handlers of the label rows: always a list, also for one. No document forbids two labels of one name. */
export function labelHandlers({ labels }: AssemblyState): VerbHandlers<typeof endpoints> {
  return {
    list: () => ({ status: 200, body: { labels: labels.all() } }),
    listByType: ({ params }) => {
      const type = params.type.toLowerCase();
      return {
        status: 200,
        body: { labels: labels.all().filter((label) => label.type.toLowerCase() === type) },
      };
    },
    getById: ({ params }) => ({
      status: 200,
      body: { labels: [found(labels.get(params.labelId), "label")] },
    }),
    create: ({ body }) => {
      const fields = checked<LabelBody>(body, checks);
      requireFields(fields, "type", "name", "color");
      const { id } = labels.insert((id) => ({ description: null, ...fields, id }));
      return { status: 200, body: { id } };
    },
    update: ({ params, body }) => {
      const { id } = found(labels.get(params.labelId), "label");
      labels.update(id, checked<LabelBody>(body, checks));
      return { status: 200, body: { id } };
    },
    // What happens to records that carry the label is documented nowhere: here they keep its id.
    delete: ({ params }) => {
      found(labels.remove(params.labelId), "label");
      return { status: 200, body: {} };
    },
  };
}
