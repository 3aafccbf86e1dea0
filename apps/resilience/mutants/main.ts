process.stdout.write('nothing is tried yet\n')
