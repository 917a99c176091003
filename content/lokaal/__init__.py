"""What gemeenten and regions write themselves: their data, and schemes of their own as data.

A gemeente file (`content/gemeenten/<slug>.yml`, form: `content.schema.Gemeente`) and a file of what several gemeenten share
(`content/regios/<id>.yml`, form: `regio.Regio`) hold schemes (`regeling.Regelingdata`). `erven.los_op` lays them over each
other; `Inhoud.lokaal(slug)` gives the result. Rules are made of it elsewhere: here are only forms, no sums.

What holds everywhere:
- Ages are whole years; `van` and `tot` are both included (`tot: aow` ends the day before AOW age).
- Money is per month unless the field says otherwise. A couple's income and wealth are those of both together.
- A field that is absent sets no condition. The word `onbekend` says that there is something, but not what: the rules may decide
  only where no value of it could change the outcome, and send the resident to the gemeente otherwise.
- Living in the gemeente is always a condition, and never written.
"""
