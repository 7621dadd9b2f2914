import { expect, test } from "vitest";
import { gateway } from "../support/gateway.ts";

const planted = "hunter2secret";
const number = 42_424_242;
const urlForm =
  "a URL that begins with https:// or http:// and has a host of at most 253 characters, 63 between its dots.";
const createUser = (password: string, variable = "", email = '"new@staff.example"') =>
  `mutation ${variable} { createUser(input: { email: ${email}, ${password} }) { userId } }`;

test.each<[string, string, Record<string, unknown>, string]>([
  [
    "a variable that is a map",
    createUser("password: $pw", "($pw: String)"),
    { pw: { x: planted } },
    'Variable "$pw" cannot be used: String cannot represent a non string value.',
  ],
  [
    "a variable that is a number",
    createUser("password: $pw", "($pw: String)"),
    { pw: number },
    'Variable "$pw" cannot be used: String cannot represent a non string value.',
  ],
  [
    "a variable of a type that does not fit",
    createUser("password: $pw", "($pw: Int)"),
    { pw: planted },
    'Variable "$pw" of type "Int" used in position expecting type "String".',
  ],
  [
    "a field of a variable",
    "mutation ($input: CreateUserInput!) { createUser(input: $input) { userId } }",
    { input: { email: "new@staff.example", password: [planted] } },
    'Variable "$input" cannot be used at "input.password": String cannot represent a non string value.',
  ],
  [
    "a text without quotation marks",
    createUser(`password: ${planted}`),
    {},
    "String cannot represent a non string value.",
  ],
  ["a list", createUser(`password: ["${planted}"]`), {}, "String cannot represent a non string value."],
  ["a map", createUser(`password: { x: "${planted}" }`), {}, "String cannot represent a non string value."],
  [
    "a map in place of an enum value",
    "mutation ($input: CreateUserInput!) { createUser(input: $input) { userId } }",
    { input: { email: "new@staff.example", role: { password: planted } } },
    'Variable "$input" cannot be used at "input.role": Enum "UserRoleInput" cannot represent non-string value.',
  ],
  [
    "a text that is no enum value",
    "mutation ($input: CreateUserInput!) { createUser(input: $input) { userId } }",
    { input: { email: "new@staff.example", role: planted } },
    'Variable "$input" cannot be used at "input.role": The value does not exist in "UserRoleInput" enum.',
  ],
  ["a number", createUser(`password: ${number}`), {}, "String cannot represent a non string value."],
  [
    "a default",
    createUser("password: $p", `($p: String = ["${planted}"])`),
    {},
    "String cannot represent a non string value.",
  ],
  [
    "a text for the whole input",
    `mutation { createUser(input: "${planted}") { userId } }`,
    {},
    'Expected value of type "CreateUserInput!".',
  ],
  [
    "an input with another fault",
    createUser(`password: "${planted}"`, '($email: EmailAddress = "new@staff.example")', "$email"),
    { email: null },
    'Argument "input" has invalid value.',
  ],
  [
    "a URL that is none, by variable",
    createUser("avatar: $url", "($url: URL)"),
    { url: `ftp://ann:${planted}@cdn.example` },
    `Variable "$url" cannot be used: The text is not ${urlForm}`,
  ],
  ["a URL that is none", createUser(`avatar: "https://ann:${planted}@"`), {}, `The text is not ${urlForm}`],
  [
    "a number of a map that would be rounded",
    createUser("meta: { pin: 42424242424242424242 }"),
    {},
    "JSONObject holds a number that would be rounded; send it as a string.",
  ],
  [
    "a text without a colon",
    createUser(`password "${planted}"`),
    {},
    'Syntax Error: Expected ":", found String.',
  ],
  [
    "a block without a colon",
    createUser(`password """${planted}"""`),
    {},
    'Syntax Error: Expected ":", found BlockString.',
  ],
  [
    "a name without a colon",
    createUser(`password ${planted}`),
    {},
    'Syntax Error: Expected ":", found Name.',
  ],
  [
    "a number without a colon",
    createUser(`password ${number}`),
    {},
    'Syntax Error: Expected ":", found Int.',
  ],
  ["a text in place of a field", `{ "${planted}" }`, {}, "Syntax Error: Expected Name, found String."],
  ["a name in place of an operation", `${planted} { id }`, {}, "Syntax Error: Unexpected Name."],
])("%s is refused without being repeated", async (_, document, variables, message) => {
  const { calls, execute, logLines } = gateway();
  const { errors } = await execute(document, variables);
  expect(errors.map((error) => error.message)).toEqual([message]);
  expect(JSON.stringify([errors, logLines])).not.toMatch(/hunter2|42_?424/);
  expect(calls()).toEqual([]);
});

test("what tells a mistake apart without a value stays", async () => {
  const { calls, execute } = gateway();
  const { errors } = await execute("mutation { createUser(input: null) { userId } }");
  expect(errors).toMatchObject([{ message: 'Expected value of type "CreateUserInput!", found null.' }]);
  const syntax = await execute("{ viewer { id }");
  expect(syntax.errors).toMatchObject([{ message: "Syntax Error: Expected Name, found <EOF>." }]);
  expect(calls()).toEqual([]);
});
