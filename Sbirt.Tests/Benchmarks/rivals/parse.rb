# A billing file read record by record as a Ruby programmer writes it: CP932 to UTF-8, split at commas, the claims and their points.
#   ruby parse.rb FILE…
claims = points = records = 0
ARGV.each do |path|
  File.foreach(path, mode: 'rb:CP932:UTF-8', invalid: :replace, undef: :replace, chomp: true) do |line|
    fields = line.split(',', -1)
    fields = fields.drop(3) if fields[0] =~ /\A\d+\z/
    records += 1
    case fields[0]
    when 'RE'
      claims += 1
      _receipt = { number: fields[1], type: fields[2], month: fields[3], name: fields[4], sex: fields[5], birth: fields[6] }
    when 'HO'
      _insured = { insurer: fields[1], symbol: fields[2], number: fields[3], days: fields[4].to_i, points: fields[5].to_i }
      points += fields[5].to_i
    when 'SI', 'IY', 'TO'
      _act = { kind: fields[1], code: fields[3], amount: fields[4].to_f, points: fields[5].to_i, times: fields[6].to_i }
    when 'SY'
      _disease = { code: fields[1], from: fields[2], outcome: fields[3], modifiers: fields[4] }
    when 'SN'
      _qualification = { branch: fields[6] }
    end
  end
end
puts "#{claims} #{points} #{records}"
