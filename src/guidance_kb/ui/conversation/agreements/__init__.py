"""What client and counselor agree on: the steps and who takes them."""
