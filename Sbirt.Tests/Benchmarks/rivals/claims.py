# The scan's claims-per-month and bz-overlap as a data analyst writes them with pandas: insurers' files, read in chunks of what
# is needed, then joined by claim.
#   python3 claims.py FOLDER MONTH CODES.csv OUT.txt
import glob, sys
import pandas as pd

folder, month, codes_file, out = sys.argv[1:5]
codes = pd.read_csv(codes_file, dtype=str)
WIDTH = 120
WIDE = str.maketrans('０１２３４５６７８９', '0123456789')
ERA = {'1': 1867, '2': 1911, '3': 1925, '4': 1988, '5': 2018}


def western(value):
    """yyyymmdd or yyyymm, also where it is written by era."""
    by_era = value.str.len().isin([5, 7])
    return value.where(~by_era, (value.str[0].map(ERA) + pd.to_numeric(value.str[1:3])).map('{:.0f}'.format) + value.str[3:])


def plain(value):
    return value.fillna('').str.translate(WIDE).str.strip(' 　')


heads, receipts, insurers, payers, handings, shapes, medicines = ([] for _ in range(7))
claim = head = shape = group = 0
for name in sorted(glob.glob(folder + '/*/*.CSV')):
    for rows in pd.read_csv(name, encoding='cp932', encoding_errors='replace', header=None, names=range(WIDTH), dtype=str,
                            keep_default_na=False, na_values=[''], quoting=3, engine='c', chunksize=500_000):
        record = rows[3]
        rows['head'] = record.isin(['IR', 'YK']).cumsum() + head
        rows['claim'] = (record == 'RE').cumsum() + claim
        rows['shape'] = (record == 'SH').cumsum() + shape
        rows['group'] = (record.isin(['SI', 'IY', 'TO', 'CO']) & rows[4].notna()).cumsum() + group
        head, claim, shape, group = (int(rows[each].iloc[-1]) for each in ('head', 'claim', 'shape', 'group'))
        heads.append(rows.loc[record.isin(['IR', 'YK']), ['head', 5, 6, 7]])
        receipts.append(rows.loc[record == 'RE', ['claim', 'head', 5, 6, 8, 9, 12, 13, 14, 39, 44]])
        insurers.append(rows.loc[record == 'HO', ['claim', 4, 5, 6]])
        payers.append(rows.loc[record == 'KO', ['claim', 4, 5]])
        handings.append(rows.loc[record == 'CZ', ['shape', 6, 8]])
        shapes.append(rows.loc[record == 'SH', ['shape', 5]])
        own = rows[(record == 'IY') & (rows[6].isin(codes['code']) | rows[5].isin(codes['code']) | rows[8].notna())]
        own = own.assign(day=own[list(range(16, 47))].notna().values.argmax(axis=1) + 1)
        medicines.append(own[['claim', 'shape', 'group', 4, 5, 6, 8, 9, 'day']])

heads, receipts, insurers, payers, handings, shapes, medicines = (
    pd.concat(each, ignore_index=True) for each in (heads, receipts, insurers, payers, handings, shapes, medicines))
heads['institution'] = heads[5] + heads[6] + heads[7]
claims = receipts.merge(heads[['head', 'institution']], on='head')
claims = claims.merge(insurers.rename(columns={4: 'insurer', 5: 'symbol', 6: 'number'}), on='claim', how='left')
claims = claims.merge(payers.drop_duplicates('claim').rename(columns={4: 'payer', 5: 'receiver'}), on='claim', how='left')
is_pharmacy = claims[5].str[0] == '4'
kana = claims[44].where(is_pharmacy, claims[39]).fillna('').str.replace('[ 　]', '', regex=True)
insured = plain(claims['insurer']) + '/' + plain(claims['symbol']) + '/' + plain(claims['number'])
claims['person'] = insured.where(claims['insurer'].notna(), claims['payer'] + '/' + claims['receiver']) + '/' + western(claims[9]) + claims[8] + kana
claims['month'] = western(claims[6])
claims['inpatient'] = ~is_pharmacy & claims[5].str[3].isin(list('13579'))
claims['prescriber'] = (claims[12] + claims[13] + claims[14]).where(is_pharmacy, '')
claims['kind'] = claims[5].str[0]

lines = []
counted = claims.drop_duplicates(['person', 'kind', 'inpatient', 'month', 'institution', 'prescriber'])
counted = counted[(counted['month'] == month) & ~counted['inpatient']]
sizes = counted.groupby('person')['institution'].transform('size')
for _, same in counted[sizes >= 15].groupby('person'):
    lines.append(f"claims-per-month {len(same)} {' '.join(sorted(same['institution']))}")

medicines = medicines.merge(claims[['claim', 'person', 'institution', 'prescriber', 'kind', 'month', 'inpatient']], on='claim')
given = medicines[medicines['kind'] == '4'].merge(codes, left_on=5, right_on='code').merge(shapes.rename(columns={5: 'form'}), on='shape')
given = given[given['form'].isin(['1', '6', '7'])].merge(handings.rename(columns={6: 'date', 8: 'supply'}), on='shape', suffixes=('', '_'))
given = pd.DataFrame({
    'person': given['person'], 'class': given['class'], 'source': given['prescriber'],
    'start': pd.to_datetime(western(given['date'])), 'days': given['supply'].astype(int)})
own = medicines[(medicines['kind'] == '1') & ~medicines['inpatient']]
form = own.dropna(subset=[4]).drop_duplicates('group').set_index('group')[4]
supply = own.dropna(subset=[8]).drop_duplicates('group', keep='last').set_index('group')[9]
own = own.merge(codes, left_on=6, right_on='code')
own = own[own['group'].map(form) == '21']
own = pd.DataFrame({
    'person': own['person'], 'class': own['class'], 'source': own['institution'],
    'start': pd.to_datetime(own['month'] + own['day'].astype(str).str.zfill(2)), 'days': own['group'].map(supply).astype(int)})
supplies = pd.concat([given, own])
supplies = supplies[supplies.groupby(['person', 'class'])['source'].transform('nunique') > 1]
supplies['day'] = [pd.date_range(start, periods=days) for start, days in zip(supplies['start'], supplies['days'])]
days = supplies.explode('day').drop_duplicates(['person', 'class', 'source', 'day'])
days = days[days.groupby(['person', 'class', 'day'])['source'].transform('size') > 1]
for _, same in days.groupby('person'):
    lengths = same.groupby('class')['day'].nunique()
    if lengths.max() >= 11:
        lines.append(f"bz-overlap {lengths.max()} {' '.join(sorted(same['source'].unique()))}")

with open(out, 'w') as file:
    file.write('\n'.join(sorted(lines)) + '\n')
