// "Is it time to ask, and what did the last AUDIT say?" as a CQL library in ELM, written out because no translator is
// at hand. Each definition stands below its CQL. Clinical numbers and codes are parameters, filled from the content.
// Written for speed: every query returns "all" (no search for duplicates), answers are looked up, codes are matched by
// one pattern, and a definition is evaluated once for a patient.
const FHIR = 'http://hl7.org/fhir';
const SYSTEM = 'urn:hl7-org:elm-types:r1';

const op = (type, ...operand) => ({ type, operand });
const on = (type, operand) => ({ type, operand });
const text = (value) => ({ type: 'Literal', valueType: `{${SYSTEM}}String`, value });
const number = (value) => ({ type: 'Literal', valueType: `{${SYSTEM}}Integer`, value: String(value) });
const given = (name) => ({ type: 'ParameterRef', name });
const ref = (name) => ({ type: 'ExpressionRef', name });
const of = (scope, path) => ({ type: 'Property', scope, path });
const at = (source, path) => ({ type: 'Property', source, path });
const it = (name) => ({ type: 'AliasRef', name });
const tuple = (element) => ({ type: 'Tuple', element: Object.entries(element).map(([name, value]) => ({ name, value })) });
const retrieve = (type) => ({ type: 'Retrieve', dataType: `{${FHIR}}${type}`, templateId: `${FHIR}/StructureDefinition/${type}` });
const query = (alias, expression, { where, give = it(alias), let: lets, sort } = {}) =>
  ({ type: 'Query', source: [{ alias, expression }], let: lets, relationship: [], where, return: { distinct: false, expression: give }, sort });
const every = (...all) => all.reduce((left, right) => op('And', left, right));
const either = (...any) => any.reduce((left, right) => op('Or', left, right));
const not = (operand) => on('Not', operand);
const isNull = (operand) => on('IsNull', operand);
const exists = (operand) => on('Exists', operand);
const day = (operand) => on('DateFrom', operand);
const equal = (left, right) => op('Equal', left, right);
const isIn = (element, list) => op('In', element, list);
const cases = (otherwise, ...items) =>
  ({ type: 'Case', caseItem: items.map(([when, then]) => ({ when, then })), else: otherwise });
const within = (moment, days) =>
  op('LessOrEqual', { type: 'DurationBetween', precision: 'Day', operand: [moment, given('Today')] }, days);
const first = (source) => ({ type: 'First', source });
const nothing = { type: 'Null' };
const hasCode = (scope, path, systems, pattern) => exists(query('C', of(scope, path),
  { where: every(isIn(of('C', 'system.value'), systems), op('Matches', of('C', 'code.value'), pattern)), give: it('C') }));
const hasKind = (scope, path, kind) => exists(query('C', of(scope, path),
  { where: every(equal(of('C', 'system.value'), given('TaskSystem')), equal(of('C', 'code.value'), text(kind))) }));

const definitions = {
  Patient: { type: 'SingletonFrom', operand: retrieve('Patient') },

  // define Sheets: [QuestionnaireResponse] R where R.status = 'completed' and StartsWith(R.questionnaire, Form)
  //   let answers: R.item I return all { id: I.linkId, points: Points[IndexOf(Answers, (I.answer[0].value as Coding).code)] }
  //   return all { day: date from R.authored, total: Sum(answers.points), dependence: Sum(of DependenceItems), drinks: … }
  //   sort by day desc
  Sheets: query('R', retrieve('QuestionnaireResponse'), {
    where: every(equal(of('R', 'status.value'), text('completed')), op('StartsWith', of('R', 'questionnaire.value'), given('Form'))),
    let: [{ identifier: 'answers', expression: query('I', of('R', 'item'), { give: tuple({
      id: of('I', 'linkId.value'),
      points: op('Indexer', given('Points'), {
        type: 'IndexOf', source: given('Answers'), element: at(first(of('I', 'answer')), 'value.code.value') }),
    }) }) }],
    give: tuple({
      day: day(of('R', 'authored.value')),
      total: { type: 'Sum', source: query('A', { type: 'QueryLetRef', name: 'answers' }, { give: of('A', 'points') }) },
      dependence: { type: 'Sum', source: query('A', { type: 'QueryLetRef', name: 'answers' },
        { where: isIn(of('A', 'id'), given('DependenceItems')), give: of('A', 'points') }) },
      drinks: exists(query('A', { type: 'QueryLetRef', name: 'answers' },
        { where: every(equal(of('A', 'id'), given('DrinkingItem')), op('GreaterOrEqual', of('A', 'points'), given('DrinkingFrom'))) })),
    }),
    sort: { by: [{ type: 'ByColumn', path: 'day', direction: 'desc' }] },
  }),

  // define Last: First(Sheets)
  Last: first(ref('Sheets')),

  // define Level: what the pack says of the last sheet
  Level: cases(number(0),
    [isNull(ref('Last')), nothing],
    [op('GreaterOrEqual', at(ref('Last'), 'total'), given('HighFrom')), number(3)],
    [either(
      op('GreaterOrEqual', at(ref('Last'), 'total'), given('ModerateFrom')),
      op('GreaterOrEqual', at(ref('Last'), 'dependence'), given('DependenceFrom')),
      every(at(ref('Last'), 'drinks'), op('LessOrEqual',
        { type: 'CalculateAgeAt', precision: 'Year', operand: [at(ref('Patient'), 'birthDate.value'), at(ref('Last'), 'day')] },
        given('DrinkingToAge')))), number(2)]),

  // define TalkedSince: exists ([Communication] C where C.status = 'completed' and a talk of ours and C.sent on or after Last.day)
  TalkedSince: exists(query('T', retrieve('Communication'), { where: every(
    equal(of('T', 'status.value'), text('completed')),
    exists(query('X', of('T', 'category'), { where: hasKind('X', 'coding', 'talk') })),
    op('SameOrAfter', day(of('T', 'sent.value')), at(ref('Last'), 'day'))) })),

  // define IsWaiting: Level >= 2 and Last.day within ResultWaits days of Today
  IsWaiting: cases({ type: 'Literal', valueType: `{${SYSTEM}}Boolean`, value: 'false' },
    [isNull(ref('Last')), { type: 'Literal', valueType: `{${SYSTEM}}Boolean`, value: 'false' }],
    [op('GreaterOrEqual', ref('Level'), number(2)), within(at(ref('Last'), 'day'), given('ResultWaits'))]),

  // define Referrals: [ServiceRequest] S where a place of ours return all { day: date from S.authoredOn, isOpen: … }
  Referrals: query('S', retrieve('ServiceRequest'), {
    where: exists(query('C', of('S', 'code.coding'), { where: equal(of('C', 'system.value'), given('PlaceSystem')) })),
    give: tuple({ day: day(of('S', 'authoredOn.value')), isOpen: isIn(of('S', 'status.value'), given('OpenRequests')) }),
  }),

  // define Plans: days to look again that are still open
  Plans: query('T', retrieve('Task'), {
    where: every(hasKind('T', 'code.coding', 'look-again'), isIn(of('T', 'status.value'), given('OpenTasks'))),
    give: day(of('T', 'executionPeriod.start.value')),
  }),

  // define Asked: the open request that has waited longest, from ReferralWaits to HandOverWaits days
  Asked: { type: 'Min', source: query('S', ref('Referrals'), {
    where: every(of('S', 'isOpen'), within(of('S', 'day'), given('HandOverWaits')), not(within(of('S', 'day'), given('BeforeReferralWaits')))),
    give: of('S', 'day'),
  }) },

  // define Due: the earliest day to look again that has come, with no sheet since
  Due: { type: 'Min', source: query('P', ref('Plans'), {
    where: every(op('SameOrBefore', it('P'), given('Today')), within(it('P'), given('HandOverWaits')),
      not(exists(query('R', ref('Sheets'), { where: op('SameOrAfter', of('R', 'day'), it('P')) })))),
  }) },

  // define Known: exists ([Condition] C where C.code ~ KnownCodes)
  Known: exists(query('D', retrieve('Condition'), { where: hasCode('D', 'code.coding', given('DiagnosisSystems'), given('KnownCodes')) })),

  // define IsTimeToAsk: age >= FromAge and not Known and not asked within AskAgain days
  IsTimeToAsk: every(
    op('GreaterOrEqual', { type: 'CalculateAgeAt', precision: 'Year', operand: [at(ref('Patient'), 'birthDate.value'), given('Today')] }, given('FromAge')),
    either(isNull(ref('Last')), not(within(at(ref('Last'), 'day'), given('BeforeAskAgain')))),
    not(ref('Known'))),

  // define HasReason: a diagnosis of ReasonCodes, or the latest γ-GT of the last ResultsLookedAt days at or above GammaGtFrom
  HasReason: either(
    exists(query('D', retrieve('Condition'), { where: hasCode('D', 'code.coding', given('DiagnosisSystems'), given('ReasonCodes')) })),
    op('GreaterOrEqual', at(first(query('O', retrieve('Observation'), {
      where: every(
        hasCode('O', 'code.coding', given('GammaGtSystems'), given('GammaGtCodes')),
        isIn(of('O', 'status.value'), given('MadeResults')),
        isIn(of('O', 'value.code.value'), given('GammaGtUnits')),
        within(day(of('O', 'effective.value')), given('ResultsLookedAt'))),
      give: tuple({ day: day(of('O', 'effective.value')), value: of('O', 'value.value.value') }),
      sort: { by: [{ type: 'ByColumn', path: 'day', direction: 'desc' }, { type: 'ByColumn', path: 'value', direction: 'desc' }] },
    })), 'value'), given('GammaGtFrom'))),

  // define Kind: the card to show
  Kind: cases(nothing,
    [every(ref('IsWaiting'), not(ref('TalkedSince'))), text('result')],
    [every(ref('IsWaiting'), equal(ref('Level'), number(3)), not(exists(query('S', ref('Referrals'), {
      where: either(of('S', 'isOpen'), op('SameOrAfter', of('S', 'day'), at(ref('Last'), 'day'))) })))), text('referral-missing')],
    [every(not(isNull(ref('Asked'))), not(exists(query('P', ref('Plans'), { where: op('After', it('P'), given('Today')) })))), text('referral-open')],
    [not(isNull(ref('Due'))), text('follow-up')],
    [every(ref('IsTimeToAsk'), ref('HasReason')), text('invite-reason')],
    [ref('IsTimeToAsk'), text('invite')]),

  Answer: tuple({ kind: ref('Kind'), level: ref('Level'), total: at(ref('Last'), 'total'), day: at(ref('Last'), 'day') }),
};

const named = (name) => ({ type: 'NamedTypeSpecifier', name: `{${SYSTEM}}${name}` });
const typeOf = (name, value) => name === 'Today' ? named('Date')
  : Array.isArray(value) ? { type: 'ListTypeSpecifier', elementType: typeOf('', value[0]) }
  : named(typeof value === 'string' ? 'String' : 'Integer');

/** The library for these parameters, as JSON. */
export const library = (parameters) => ({ library: {
  identifier: { id: 'ScreeningDue', version: '1.0.0' },
  schemaIdentifier: { id: 'urn:hl7-org:elm', version: 'r1' },
  usings: { def: [
    { localIdentifier: 'System', uri: SYSTEM },
    { localIdentifier: 'FHIR', uri: FHIR, version: '4.0.1' },
  ] },
  parameters: { def: Object.entries(parameters).map(([name, value]) =>
    ({ name, accessLevel: 'Public', parameterTypeSpecifier: typeOf(name, value) })) },
  statements: { def: Object.entries(definitions).map(([name, expression]) =>
    ({ name, context: 'Patient', accessLevel: 'Public', expression })) },
} });
