// Evaluates every calculatedExpression of the questionnaires with fhirpath.js.
// usage: node fhirpath-scores.mjs CASES.json RESULTS.json
// CASES: [{ questionnaire, responses: [{ response, patient? }] }]; RESULTS: [[{ linkId: number | null }]]
import fs from 'node:fs';
import fhirpath from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4/index.js';

const VARIABLE = 'http://hl7.org/fhir/StructureDefinition/variable';
const CALCULATED =
  'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression';

const compile = ({ expression, name }) => ({ name, evaluate: fhirpath.compile(expression, r4) });

function scoresOf(questionnaire) {
  return questionnaire.item
    .map((item) => ({
      linkId: item.linkId,
      variables: expressions(item, VARIABLE),
      score: expressions(item, CALCULATED)[0],
    }))
    .filter((item) => item.score);
}

function expressions(item, url) {
  return (item.extension ?? []).filter((e) => e.url === url).map((e) => compile(e.valueExpression));
}

function evaluate(score, questionnaire, { response, patient }) {
  const environment = { resource: response, questionnaire, patient: patient ?? [] };
  for (const variable of score.variables) {
    environment[variable.name] = variable.evaluate(response, environment);
  }
  const values = score.score.evaluate(response, environment);
  if (values.length > 1) {
    throw new Error(`${questionnaire.id} ${score.linkId} has ${values.length} values`);
  }
  return values.length === 1 ? Number(values[0]) : null;
}

const [input, output] = process.argv.slice(2);
const cases = JSON.parse(fs.readFileSync(input, 'utf8'));
const results = cases.map(({ questionnaire, responses }) => {
  const scores = scoresOf(questionnaire);
  return responses.map((each) =>
    Object.fromEntries(scores.map((score) => [score.linkId, evaluate(score, questionnaire, each)])));
});
fs.writeFileSync(output, JSON.stringify(results));
