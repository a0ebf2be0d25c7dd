"""The agreements of client and counselor: the steps and who takes them."""
