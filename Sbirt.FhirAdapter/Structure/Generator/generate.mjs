// Writes the structure table of FHIR R4 4.0.1 from HL7's definitions:
//   npm ci && npm run generate        (or: node generate.mjs PACKAGE_FOLDER OUTPUT_FILE)
// The StructureDefinitions in the package were edited by its makers (Meta.project, parts of R5's EvidenceVariable
// and ResearchStudy, ...). Its dataelements.json is HL7's own file of 2019-11-01 and names every leaf element, so
// the data elements decide which leaves exist and what they are; the StructureDefinitions only give the tree.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [packageFolder, outputFile] = process.argv.slice(2);
const folder = join(packageFolder, 'dist/fhir/r4');
const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')).entry.map((e) => e.resource);
const { name: packageName, version: packageVersion } = JSON.parse(
  readFileSync(join(packageFolder, 'package.json'), 'utf8')
);

const INHERITED = ['id', 'meta', 'implicitRules', 'language', 'text', 'contained', 'extension', 'modifierExtension'];
const FHIR_TYPE = 'http://hl7.org/fhir/StructureDefinition/structuredefinition-fhir-type';
// Groups are no data elements; this is the one whose cardinality was edited.
const GROUP_CARDINALITY = { 'EvidenceVariable.characteristic': '1..*' };
const LONGEST_ID = 64; // a data element whose id would be longer was not published
const dataElements = new Map(
  read('dataelements.json')
    .map((d) => d.snapshot.element[0])
    .map((e) => [e.path, e])
);
const terminology = new Map(
  ['valuesets.json', 'v3-codesystems.json', 'v2-tables.json'].flatMap(read).map((r) => [r.url, r])
);
const definitions = ['profiles-types.json', 'profiles-resources.json']
  .flatMap(read)
  .filter((d) => d.resourceType === 'StructureDefinition' && d.kind !== 'logical' && d.fhirVersion !== '4.3.0');

const last = (path) => path.slice(path.lastIndexOf('.') + 1);
const parentOf = (path) => path.slice(0, path.lastIndexOf('.'));
const byName = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

// ---- Required value sets --------------------------------------------------------------------------------------

const valueSets = new Map();
function valueSetName(canonical) {
  const url = canonical.split('|')[0];
  if (!valueSets.has(url)) {
    valueSets.set(url, enumerate(url));
  }
  return valueSets.get(url) ? `=${url.split('/').pop()}` : null;
}

// system -> codes, or null when the codes cannot be listed here (media types, currencies, UCUM, LOINC answer lists).
function enumerate(url) {
  const compose = terminology.get(url)?.compose;
  if (!compose || compose.exclude) {
    return null;
  }
  const systems = new Map();
  for (const include of compose.include) {
    const codes = include.concept?.map((c) => c.code) ?? wholeSystem(include);
    if (!codes || include.valueSet) {
      return null;
    }
    systems.set(include.system, [...new Set([...(systems.get(include.system) ?? []), ...codes])].sort(byName));
  }
  return systems;
}

function wholeSystem(include) {
  const system = terminology.get(include.system);
  if (include.filter || system?.resourceType !== 'CodeSystem' || system.content !== 'complete') {
    return null;
  }
  const all = (concepts) => concepts.flatMap((c) => [c.code, ...all(c.concept ?? [])]);
  return all(system.concept);
}

// ---- Elements -------------------------------------------------------------------------------------------------

function corrected(definition) {
  const own = definition.snapshot.element.filter((e) => e.path.includes('.'));
  const isQuantityKind = definition.baseDefinition?.endsWith('/Quantity');
  const hasChildren = (e) => own.some((o) => parentOf(o.path) === e.path);
  const isLong = (e) => `de-${e.path}`.length > LONGEST_ID;
  const isLeaf = (e) => !INHERITED.includes(last(e.path)) && !e.contentReference && !hasChildren(e);
  const isEdited = (group) =>
    own.some((e) => parentOf(e.path) === group && isLeaf(e) && !isLong(e) && !dataElements.has(e.path));
  let kept = own.filter((e) => {
    const isPublished = dataElements.has(e.path) || (isLong(e) && !isEdited(parentOf(e.path)));
    return INHERITED.includes(last(e.path)) || isQuantityKind || isPublished || e.contentReference || hasChildren(e);
  });
  kept = kept.map((e) => {
    const published = dataElements.get(e.path);
    // HL7's file says of Quantity what holds for SimpleQuantity only: the comparator is there.
    return published && published.max !== '0' ? { ...published, path: e.path } : e;
  });
  const known = new Set(kept.map((e) => e.path));
  for (const [path, element] of dataElements) {
    if (path.startsWith(`${definition.type}.`) && !known.has(path) && known.has(parentOf(path))) {
      kept.push(element);
    }
  }
  // A group was added by the package's makers when it has leaves, none of which HL7 published.
  const isPublishedUnder = (group) => [...dataElements.keys()].some((path) => path.startsWith(`${group}.`));
  const invented = kept.map((e) => e.path).filter((path) => isEdited(path) && !isPublishedUnder(path));
  return kept.filter(
    (e) =>
      !invented.some((path) => e.path === path || e.path.startsWith(`${path}.`)) &&
      !invented.some((path) => e.contentReference === `#${path}`)
  );
}

function typeText(element, type, children) {
  if (element.contentReference) {
    return element.contentReference.slice(1);
  }
  if (type.code.startsWith('http://hl7.org/fhirpath/')) {
    // A bare value: no id and no extension can be beside it.
    if (element.path === 'Resource.id') {
      return '@id';
    }
    return `@${type.extension.find((x) => x.url === FHIR_TYPE)?.valueUrl ?? 'string'}`;
  }
  if (children) {
    return element.path;
  }
  if (type.profile) {
    return `${type.code}/${type.profile[0].split('/').pop()}`;
  }
  const targets = (type.targetProfile ?? []).map((t) => t.split('/').pop()).sort(byName);
  const isRestricted = type.code === 'Reference' && targets.length > 0 && !targets.includes('Resource');
  return isRestricted ? `Reference(${targets.join(',')})` : type.code;
}

function elementLine(element, own) {
  const children = own.some((o) => parentOf(o.path) === element.path);
  const types = (element.type ?? [{}]).map((t) => typeText(element, t, children));
  const bound = element.binding?.strength === 'required' ? valueSetName(element.binding.valueSet) : null;
  const isCoded = types.some((t) => /^(code|Coding|CodeableConcept)$/.test(t));
  const cardinality = GROUP_CARDINALITY[element.path] ?? `${element.min}..${element.max}`;
  return ['E', last(element.path), cardinality, types.join(' '), ...(bound && isCoded ? [bound] : [])].join('\t');
}

const typeLines = [];
const INHERITED_FROM = {
  '': [],
  Element: ['id', 'extension'],
  BackboneElement: ['id', 'extension', 'modifierExtension'],
  Resource: ['id', 'meta', 'implicitRules', 'language'],
  DomainResource: INHERITED,
};
function writeType(kind, name, base, elements, own) {
  typeLines.push(['T', kind, name, base].join('\t'));
  for (const element of elements.filter((e) => !INHERITED_FROM[base].includes(last(e.path)))) {
    typeLines.push(elementLine(element, own));
  }
}

for (const definition of definitions.sort((a, b) => byName(a.id, b.id))) {
  if (definition.kind === 'primitive-type') {
    typeLines.push(['T', 'primitive', definition.id, ''].join('\t'));
    continue;
  }
  const own = corrected(definition).filter((e) => e.max !== '0');
  const isQuantityKind = definition.baseDefinition?.endsWith('/Quantity');
  const kind = definition.kind === 'resource' ? (definition.abstract ? 'abstract' : 'resource') : 'complex';
  const membersOf = (path) => own.filter((e) => parentOf(e.path) === path);
  const base = isQuantityKind ? '' : (definition.baseDefinition ?? '').split('/').pop();
  writeType(kind, definition.id, base, membersOf(definition.type), own);
  for (const group of own.filter((e) => membersOf(e.path).length > 0)) {
    writeType('backbone', group.path, group.type[0].code, membersOf(group.path), own);
  }
}

const setLines = [];
for (const [url, systems] of [...valueSets].sort((a, b) => byName(a[0].split('/').pop(), b[0].split('/').pop()))) {
  if (systems) {
    setLines.push(['V', url.split('/').pop()].join('\t'));
    for (const [system, codes] of systems) {
      setLines.push(['S', system, ...codes].join('\t'));
    }
  }
}

const header = [
  `# FHIR R4 4.0.1, structure of every type. Source: npm ${packageName} ${packageVersion}, HL7's definitions (CC0).`,
  '# Generated by Generator/generate.mjs; do not edit. Columns are separated by tabs.',
  '# V required value set; S system and its codes; T kind, type, base; E element, cardinality, types, =value set.',
  '# Type @x is a bare value without id and extension; A/B is type A as profiled by B; Reference(...) lists targets.',
];
writeFileSync(outputFile, [...header, ...setLines, ...typeLines, ''].join('\n'));
