// Loads every questionnaire in lforms (NLM's SDC renderer) inside headless Chromium, fills in the answers, and
// writes down the scores that lforms computes.
// usage: node lforms-scores.mjs CHROMIUM CASES.json RESULTS.json   (shapes as in fhirpath-scores.mjs)
import fs from 'node:fs';
import { chromium } from 'playwright-core';

const [executablePath, input, output] = process.argv.slice(2);
const cases = JSON.parse(fs.readFileSync(input, 'utf8'));
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--allow-file-access-from-files'],
});

try {
  const page = await browser.newPage();
  await page.goto(new URL('lforms-page.html', import.meta.url).href);
  await page.waitForFunction(() => window.LForms?.FHIR?.R4 !== undefined);
  const results = [];
  for (const { questionnaire, responses } of cases) {
    results.push(await page.evaluate(runAll, { questionnaire, responses }));
  }
  fs.writeFileSync(output, JSON.stringify(results));
} finally {
  await browser.close();
}

// Runs in the page.
async function runAll({ questionnaire, responses }) {
  const { LForms } = window;
  const readOnly = questionnaire.item.filter((item) => item.readOnly).map((item) => item.linkId);
  const results = [];
  for (const { response, patient } of responses) {
    LForms.Util.setFHIRContext(null, patient ? { patient } : undefined);
    const definition = LForms.Util.convertFHIRQuestionnaireToLForms(questionnaire, 'R4');
    const filled = LForms.Util.mergeFHIRDataIntoLForms('QuestionnaireResponse', response, definition, 'R4');
    // With saved data lforms takes an absent score for one that the user erased; here somebody is filling it in.
    filled.hasSavedData = false;
    const form = new LForms.LFormsData(filled);
    await form.loadFHIRResources(true);
    await form._expressionProcessor.runCalculations(true);
    const out = LForms.Util.getFormFHIRData('QuestionnaireResponse', 'R4', form);
    const answered = new Map((out.item ?? []).map((item) => [item.linkId, item.answer?.[0]]));
    results.push(Object.fromEntries(readOnly.map((linkId) => {
      const answer = answered.get(linkId);
      return [linkId, answer?.valueInteger ?? answer?.valueDecimal ?? null];
    })));
  }
  return results;
}
