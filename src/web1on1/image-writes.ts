import { write } from "../fields/write.ts";
import { sourceIdOf } from "../resolving/ids.ts";
import type { Endpoint } from "../rest/endpoint.ts";
import type { FileParts } from "../rest/form.ts";
import { type FileLimits, filesOf, type Upload } from "../uploads/upload.ts";
import { type ById, looseCall, type PathOf, type WrittenObjects, writtenPayload } from "./written-objects.ts";

interface WithFile extends ById {
  readonly input: { readonly file: Upload };
}

/** The path template of the one image of an object. */
type ImagePathOf<Parameter extends string> = `${PathOf<Parameter>}/${string}`;

/** The writes of the one image that each object has, as fields of a mutation. @param limits of the file. */
export const imageWrites = <const Name extends string, const Parameter extends string>(
  objects: WrittenObjects<Name, Parameter>,
  limits: FileLimits,
) => ({
  /** Replaces the image. */
  upload: <Path extends ImagePathOf<Parameter>, Wire, Row>(
    endpoint: Endpoint<Path, undefined, { readonly file: FileParts }, Wire, Row | undefined>,
  ) =>
    write(
      ({ id, input }: WithFile) => ({
        endpoint,
        sourceId: sourceIdOf(objects.kind, id),
        upload: input.file,
      }),
      async ({ sourceId, upload }, { call }) => {
        const row = await looseCall<Row | undefined>(call)(endpoint, {
          [objects.parameter]: sourceId,
          body: { file: filesOf([upload], limits) },
        });
        return writtenPayload(objects, sourceId, row);
      },
    ),

  /** Removes the image. */
  delete: <Path extends ImagePathOf<Parameter>, Wire>(
    endpoint: Endpoint<Path, undefined, undefined, Wire, undefined>,
  ) =>
    write(
      ({ id }: ById) => ({ endpoint, sourceId: sourceIdOf(objects.kind, id) }),
      async ({ sourceId }, { call }) => {
        await looseCall<undefined>(call)(endpoint, { [objects.parameter]: sourceId });
        return writtenPayload<Name, never>(objects, sourceId);
      },
    ),
});
