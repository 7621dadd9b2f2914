import { endpointsOf } from "../../src/rest/noun-endpoints.ts";
import { shelfLife } from "./books.ts";
import { DELETE, GET, PATCH, POST } from "./routes.ts";

/** A volume of the made-up system, whose writes say what they change. */
export interface VolumeJson {
  readonly id: string;
  readonly title: string;
  readonly shelf: string;
  readonly note?: string;
}

/** A page of volumes, in the order of their ids. */
export interface VolumePageJson {
  readonly rows: readonly VolumeJson[];
}

/** Rows whose kept answers are changed one by one. */
export const volumes = endpointsOf<"volumes">()(
  {
    cache: shelfLife,
    invalidates: ["volumes"],
    rows: {
      under: "rows",
      derived: ["revision"],
      placeIn({ path, url, share }) {
        if (path.endsWith("}")) return { fields: [], ids: [url.pathname.split("/").at(-1) ?? ""] };
        if (url.searchParams.has("search")) return undefined;
        const isOnShelf = url.searchParams.has("shelf") || share !== undefined;
        return { fields: ["id", ...(isOnShelf ? ["shelf"] : [])] };
      },
    },
  },
  {
    list: GET("/volumes")
      .query<{
        readonly limit?: number;
        readonly offset?: number;
        readonly shelf?: string;
        readonly search?: string;
        /** Shelves whose volumes are wanted. */
        readonly shelves?: readonly string[];
      }>()
      .returns<VolumePageJson>(),
    get: GET("/volumes/{id}").returns<VolumeJson>(),
    create: POST("/volumes").adds("volumes").body<Omit<VolumeJson, "id">>().returns<VolumeJson>(),
    update: PATCH("/volumes/{id}")
      .sets("volumes", "id")
      .body<Partial<Omit<VolumeJson, "id">>>()
      .returns<VolumeJson>(),
    /** Answers nothing of the volume. */
    bind: POST("/volumes/{id}", "idempotent").sets("volumes", "id", "title").returns<undefined>(),
    delete: DELETE("/volumes/{id}").removes("volumes", "id").returns<undefined>(),
    /** Writes on one shelf alone. */
    dust: POST("/volumes/dust", "idempotent")
      .body<{ readonly shelf: string }>()
      .spares("volumes", ({ share }, { body }) => share !== undefined && share !== body.shelf)
      .returns<undefined>(),
  },
);
