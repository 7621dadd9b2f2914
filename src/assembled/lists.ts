export { listedPeople } from "./person/loaders.ts";
