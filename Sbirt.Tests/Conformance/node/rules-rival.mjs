// Rival of the rules: cql-execution with cql-exec-fhir. Reads commands from standard input, one a line:
//   answer              prints what the library says of every record, as one JSON array
//   bytes|read SECONDS  evaluates one record after the other, from its bytes or already parsed, and prints how many for each second of processor time
// usage: node rules-rival.mjs RECORDS.ndjson PARAMETERS.json
import fs from 'node:fs';
import readline from 'node:readline';
import cql from 'cql-execution';
import cqlfhir from 'cql-exec-fhir';
import { library } from './screening-due.mjs';

const [recordsFile, parametersFile] = process.argv.slice(2);
const records = fs.readFileSync(recordsFile, 'utf8').trim().split('\n').map((line) => Buffer.from(line));
const parameters = JSON.parse(fs.readFileSync(parametersFile, 'utf8'));
const elm = library(parameters);
const now = cql.DateTime.parse(`${parameters.Today}T12:00:00.000+00:00`);
const executor = new cql.Executor(new cql.Library(elm), null, { ...parameters, Today: cql.Date.parse(parameters.Today) });
const patients = cqlfhir.PatientSource.FHIRv401();

const parsed = records.map((record) => JSON.parse(record.toString()));

async function answer(bundle) {
  patients.reset();
  patients.loadBundles([bundle]);
  const { patientResults } = await executor.exec_expression('Answer', patients, now);
  return Object.values(patientResults)[0].Answer;
}

async function run(from, seconds) {
  const [start, used] = [process.hrtime.bigint(), process.cpuUsage()];
  for (let done = 1; ; done++) {
    const at = done % records.length;
    await answer(from === 'bytes' ? JSON.parse(records[at].toString()) : parsed[at]);
    if (Number(process.hrtime.bigint() - start) / 1e9 >= seconds) {
      const { user, system } = process.cpuUsage(used);
      return done / ((user + system) / 1e6);
    }
  }
}

console.log('ready');
for await (const line of readline.createInterface({ input: process.stdin })) {
  const [command, seconds] = line.split(' ');
  if (command !== 'answer') {
    console.log(await run(command, Number(seconds)));
    continue;
  }

  const answers = [];
  for (const bundle of parsed) {
    const { kind, level, total, day } = await answer(bundle);
    answers.push({ kind, level, total, day: day?.toString() ?? null });
  }
  console.log(JSON.stringify(answers));
}
