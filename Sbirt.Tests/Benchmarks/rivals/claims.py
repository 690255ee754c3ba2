# The scan's claims-per-month and bz-overlap as a data analyst writes them with pandas. Records of different lengths are more than
# read_csv takes (1.5.3 gives up in the middle), so lines are taken apart one by one and joined in data frames.
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
wanted = set(codes['code'])
for name in sorted(glob.glob(folder + '/*/*.CSV')):
    with open(name, encoding='cp932', errors='replace') as lines:
        for line in lines:
            record = line.split(',', 4)[3] if line.count(',', 0, 20) > 3 else ''
            if record in ('IR', 'YK'):
                head += 1
                f = line.split(',', 8)
                heads.append((head, f[5], f[6], f[7]))
            elif record == 'RE':
                claim += 1
                f = line.rstrip('\n').split(',')
                receipts.append((claim, head, f[5], f[6], f[8], f[9], f[12], f[13], f[14], f[39], f[44] if len(f) > 44 else ''))
            elif record == 'HO':
                f = line.split(',', 7)
                insurers.append((claim, f[4], f[5], f[6]))
            elif record == 'KO':
                f = line.split(',', 6)
                payers.append((claim, f[4], f[5]))
            elif record == 'SH':
                shape += 1
                shapes.append((shape, line.split(',', 6)[5]))
            elif record == 'CZ':
                f = line.split(',', 9)
                handings.append((shape, f[6], f[8]))
            elif record in ('SI', 'IY', 'TO', 'CO'):
                f = line.rstrip('\n').split(',')
                group += f[4] != ''
                if record == 'IY' and (f[5] in wanted or f[6] in wanted or (len(f) > 8 and f[8])):
                    day = next((n for n, mark in enumerate(f[16:47], 1) if mark), 0)
                    medicines.append((claim, shape, group, f[4], f[5], f[6], f[8], f[9], day))

heads = pd.DataFrame(heads, columns=['head', 5, 6, 7])
receipts = pd.DataFrame(receipts, columns=['claim', 'head', 5, 6, 8, 9, 12, 13, 14, 39, 44])
insurers = pd.DataFrame(insurers, columns=['claim', 4, 5, 6])
payers = pd.DataFrame(payers, columns=['claim', 4, 5])
handings = pd.DataFrame(handings, columns=['shape', 6, 8])
shapes = pd.DataFrame(shapes, columns=['shape', 5])
medicines = pd.DataFrame(medicines, columns=['claim', 'shape', 'group', 4, 5, 6, 8, 9, 'day'])
medicines[[4, 8]] = medicines[[4, 8]].where(medicines[[4, 8]] != '')
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
