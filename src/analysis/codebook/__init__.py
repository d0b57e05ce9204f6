"""What the forms and the language say, as data.

Every rule about words, forms, sums, measures and columns stands in a YAML or CSV file of this
folder, each text rule with a sentence as published. The code here only loads these files and
refuses what breaks their schema.
"""
