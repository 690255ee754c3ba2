// The rival of `assess`: reads NDJSON, JSON.parse, and evaluates the Questionnaire's own calculatedExpression,
// compiled once with fhirpath.js. One total per line.
// usage: node assess-rival.mjs QUESTIONNAIRE.json RESPONSES.ndjson LINK_ID TOTALS.txt
import fs from 'node:fs';
import readline from 'node:readline';
import fhirpath from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4/index.js';

const VARIABLE = 'http://hl7.org/fhir/StructureDefinition/variable';
const CALCULATED =
  'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression';

const [questionnaireFile, responsesFile, linkId, totalsFile] = process.argv.slice(2);
const questionnaire = JSON.parse(fs.readFileSync(questionnaireFile, 'utf8'));
const item = questionnaire.item.find((each) => each.linkId === linkId);
const compiled = (url) =>
  item.extension
    .filter((extension) => extension.url === url)
    .map(({ valueExpression: { name, expression } }) => ({ name, evaluate: fhirpath.compile(expression, r4) }));
const variables = compiled(VARIABLE);
const [score] = compiled(CALCULATED);

const totals = fs.createWriteStream(totalsFile);
const lines = readline.createInterface({ input: fs.createReadStream(responsesFile), crlfDelay: Infinity });
for await (const line of lines) {
  const response = JSON.parse(line);
  const environment = { resource: response, questionnaire };
  for (const variable of variables) {
    environment[variable.name] = variable.evaluate(response, environment);
  }
  const [total] = score.evaluate(response, environment);
  totals.write(`${total ?? ''}\n`);
}
totals.end();
