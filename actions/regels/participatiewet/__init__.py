"""The Participatiewet (Pw): bijstand of the gemeente and, from AOW age, the AIO of the SVB. One norm, one set of means."""
