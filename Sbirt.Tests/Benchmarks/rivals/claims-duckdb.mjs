// The scan's claims-per-month and bz-overlap in SQL. DuckDB reads no CP932, so the files come through iconv on standard input:
//   for f in FOLDER/*/*.CSV; do iconv -c -f CP932 -t UTF-8 "$f"; done | node claims-duckdb.mjs MONTH CODES.csv OUT.txt
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(new URL('../../Conformance/node/package.json', import.meta.url));
const { DuckDBInstance } = require('@duckdb/node-api');
const [month, codes, out] = process.argv.slice(2);
const instance = await DuckDBInstance.create(':memory:');
const db = await instance.connect();

const digits = `'０１２３４５６７８９', '0123456789'`;
const western = value => `CASE WHEN length(${value}) IN (5, 7)
  THEN CAST([1867, 1911, 1925, 1988, 2018][CAST(${value}[1] AS INT)] + CAST(${value}[2:3] AS INT) AS VARCHAR) || ${value}[4:] ELSE ${value} END`;
const plain = value => `trim(translate(${value}, ${digits}), ' 　')`;

const statements = `
CREATE TABLE codes AS SELECT * FROM read_csv('${codes}', header = true, all_varchar = true);

CREATE TABLE r AS SELECT n, f[4] AS id,
  f[5] AS f1, f[6] AS f2, f[7] AS f3, f[8] AS f4, f[9] AS f5, f[10] AS f6, f[13] AS f9, f[14] AS f10, f[15] AS f11,
  CASE WHEN f[4] = 'RE' THEN CASE WHEN f[6][1] = '4' THEN f[45] ELSE f[40] END END AS kana,
  CASE WHEN f[4] = 'IY' THEN list_position(f[17:47], '1') END AS day,
  count(*) FILTER (WHERE f[4] IN ('IR', 'YK')) OVER (ROWS UNBOUNDED PRECEDING) AS head,
  count(*) FILTER (WHERE f[4] = 'RE') OVER (ROWS UNBOUNDED PRECEDING) AS claim,
  count(*) FILTER (WHERE f[4] = 'SH') OVER (ROWS UNBOUNDED PRECEDING) AS shape,
  count(*) FILTER (WHERE f[4] IN ('SI', 'IY', 'TO', 'CO') AND f[5] <> '') OVER (ROWS UNBOUNDED PRECEDING) AS grp
FROM (SELECT row_number() OVER () AS n, string_split(line, ',') AS f
  FROM read_csv('/dev/stdin', columns = {'line': 'VARCHAR'}, auto_detect = false, header = false, delim = '\\t', quote = '', escape = '', new_line = '\\r\\n')
  WHERE split_part(line, ',', 4) IN ('IR', 'YK', 'RE', 'HO', 'KO', 'SH', 'CZ', 'IY', 'SI', 'TO', 'CO'));

CREATE TABLE claims AS SELECT re.claim, re.f2[1] AS kind, re.f2[1] <> '4' AND re.f2[4] IN ('1', '3', '5', '7', '9') AS inpatient,
  ${western('re.f3')} AS month, h.f2 || h.f3 || h.f4 AS institution, CASE WHEN re.f2[1] = '4' THEN re.f9 || re.f10 || re.f11 ELSE '' END AS prescriber,
  CASE WHEN ho.claim IS NOT NULL THEN ${plain('ho.f1')} || '/' || ${plain('ho.f2')} || '/' || ${plain('ho.f3')} ELSE ko.f1 || '/' || ko.f2 END
    || '/' || ${western('re.f6')} || re.f5 || replace(replace(re.kana, ' ', ''), '　', '') AS person
FROM r AS re
JOIN r AS h ON h.id IN ('IR', 'YK') AND h.head = re.head
LEFT JOIN r AS ho ON ho.id = 'HO' AND ho.claim = re.claim
LEFT JOIN (SELECT claim, arg_min(f1, n) AS f1, arg_min(f2, n) AS f2 FROM r WHERE id = 'KO' GROUP BY claim) AS ko ON ko.claim = re.claim
WHERE re.id = 'RE';

CREATE TABLE supplies AS
SELECT c.person, k.class, c.prescriber AS source, CAST(strptime(${western('cz.f3')}, '%Y%m%d') AS DATE) AS start, CAST(cz.f5 AS INT) AS days
FROM r AS iy JOIN codes AS k ON k.code = iy.f2 JOIN claims AS c ON c.claim = iy.claim AND c.kind = '4'
JOIN r AS sh ON sh.id = 'SH' AND sh.shape = iy.shape AND sh.f2 IN ('1', '6', '7')
JOIN r AS cz ON cz.id = 'CZ' AND cz.shape = iy.shape
WHERE iy.id = 'IY'
UNION ALL
SELECT c.person, k.class, c.institution, CAST(strptime(c.month || lpad(CAST(iy.day AS VARCHAR), 2, '0'), '%Y%m%d') AS DATE), CAST(g.supply AS INT)
FROM r AS iy JOIN codes AS k ON k.code = iy.f3 JOIN claims AS c ON c.claim = iy.claim AND c.kind = '1' AND NOT c.inpatient
JOIN (SELECT grp, arg_max(f6, n) FILTER (WHERE f5 <> '') AS supply, arg_min(f1, n) AS form FROM r WHERE id IN ('SI', 'IY', 'TO', 'CO') GROUP BY grp) AS g
  ON g.grp = iy.grp AND g.form = '21'
WHERE iy.id = 'IY';`;

const answers = `
WITH counted AS (SELECT DISTINCT person, kind, inpatient, month, institution, prescriber FROM claims WHERE month = '${month}' AND NOT inpatient),
days AS (SELECT DISTINCT person, class, source, unnest(generate_series(start, start + days - 1, INTERVAL 1 DAY)) AS day
  FROM supplies WHERE (person, class) IN (SELECT (person, class) FROM supplies GROUP BY person, class HAVING count(DISTINCT source) > 1)),
met AS (SELECT person, class, day, list(source) AS sources FROM days GROUP BY person, class, day HAVING count(*) > 1),
lengths AS (SELECT person, class, count(*) AS length, list_sort(list_distinct(flatten(list(sources)))) AS sources FROM met GROUP BY person, class)
SELECT 'claims-per-month ' || count(*) || ' ' || string_agg(institution, ' ' ORDER BY institution) AS line FROM counted GROUP BY person HAVING count(*) >= 15
UNION ALL
SELECT 'bz-overlap ' || max(length) || ' ' || array_to_string(arg_max(sources, length), ' ') FROM lengths GROUP BY person HAVING max(length) >= 11`;

for (const statement of statements.split(';').filter(each => each.trim())) {
  await db.run(statement);
}
const rows = await (await db.runAndReadAll(answers)).getRows();
writeFileSync(out, rows.map(row => row[0]).sort().join('\n') + '\n');
