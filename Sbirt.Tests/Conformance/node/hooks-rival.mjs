// Rivals of the hook call: Express or Fastify, JSON parsed by them, the same questions asked of the prefetch with
// fhirpath.js compiled once: the AUDIT total by the Questionnaire's own calculatedExpression, and the reasons to ask.
// Fastify also checks tokens when it gets a key set: ES384 with jose, issuer, audience and age, each jti once (in memory).
// usage: node hooks-rival.mjs express|fastify QUESTIONNAIRE.json PORT [KEYS.json ISSUER AUDIENCE]
import fs from 'node:fs';
import { randomUUID } from 'node:crypto';
import fhirpath from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4/index.js';

const [framework, questionnaireFile, port, keysFile, issuer, audience] = process.argv.slice(2);
const questionnaire = JSON.parse(fs.readFileSync(questionnaireFile, 'utf8'));
const VARIABLE = 'http://hl7.org/fhir/StructureDefinition/variable';
const CALCULATED = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression';
const item = questionnaire.item.find((each) => each.linkId === 'audit-score-total');
const compiled = (url) => item.extension.filter((extension) => extension.url === url)
  .map(({ valueExpression: { name, expression } }) => ({ name, evaluate: fhirpath.compile(expression, r4) }));
const variables = compiled(VARIABLE);
const [score] = compiled(CALCULATED);
const hypertension = fhirpath.compile(
  "entry.resource.where(code.coding.where(system = 'http://hl7.org/fhir/sid/icd-10' and code.startsWith('I10')).exists()).exists()", r4);
const highGammaGt = fhirpath.compile(
  "entry.resource.where(code.coding.where(system = 'http://loinc.org' and code = '2324-2').exists() and value.value >= 51).exists()", r4);

function cardsFor({ context, prefetch }) {
  const response = prefetch.answers.entry[0].resource;
  const environment = { resource: response, questionnaire };
  for (const variable of variables) {
    environment[variable.name] = variable.evaluate(response, environment);
  }
  const [total] = score.evaluate(response, environment);
  const reasons = [hypertension(prefetch.conditions)[0], highGammaGt(prefetch.results)[0]];
  if (!(total >= 8)) {
    return { cards: [] };
  }
  return { cards: [{
    uuid: randomUUID(), summary: `AUDIT ${total}`, indicator: 'warning', source: { label: 'rival' },
    detail: `AUDIT ${total}. ${reasons.filter(Boolean).length} reasons.`, selectionBehavior: 'at-most-one',
    suggestions: [{ uuid: randomUUID(), label: 'look again', actions: [{ type: 'create', description: 'look again',
      resource: { resourceType: 'Task', status: 'requested', intent: 'proposal', for: { reference: `Patient/${context.patientId}` } } }] }] }] };
}

async function tokenCheck() {
  const { createLocalJWKSet, jwtVerify } = await import('jose');
  const keys = createLocalJWKSet(JSON.parse(fs.readFileSync(keysFile, 'utf8')));
  const rules = { issuer, audience, algorithms: ['ES384'], typ: 'JWT', maxTokenAge: '5m', clockTolerance: 60, requiredClaims: ['exp', 'jti'] };
  const used = new Set();
  return async (request, reply) => {
    try {
      const { payload } = await jwtVerify(request.headers.authorization.slice('Bearer '.length), keys, rules);
      if (used.has(payload.jti)) {
        throw new Error('used before');
      }
      used.add(payload.jti);
    } catch {
      return reply.code(401).send();
    }
  };
}

const path = '/cds-services/sbirt-screening';
if (framework === 'express') {
  const { default: express } = await import('express');
  const app = express();
  app.use(express.json({ limit: '1mb' }));
  app.post(path, (request, reply) => reply.json(cardsFor(request.body)));
  app.listen(Number(port), '127.0.0.1', () => console.log('ready'));
} else {
  const { default: fastify } = await import('fastify');
  const app = fastify({ bodyLimit: 1024 * 1024 });
  const onRequest = keysFile ? await tokenCheck() : undefined;
  app.post(path, { onRequest }, (request, reply) => reply.send(cardsFor(request.body)));
  await app.listen({ port: Number(port), host: '127.0.0.1' });
  console.log('ready');
}
